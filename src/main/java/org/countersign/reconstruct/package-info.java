/**
 * Records that agree with published figures: a seeded search over item-level data whose targets are a study's claims.
 * What it makes is synthetic and says so in every row.
 */
@NullMarked
package org.countersign.reconstruct;

import org.jspecify.annotations.NullMarked;
