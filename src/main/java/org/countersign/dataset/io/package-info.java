/** File formats: a {@link org.countersign.dataset.io.TableReader} each. The only user of CSV and workbook libraries. */
@NullMarked
package org.countersign.dataset.io;

import org.jspecify.annotations.NullMarked;
