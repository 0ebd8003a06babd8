/**
 * YAML with places: every node knows its line and column, and a {@link org.countersign.study.yaml.Shape} says what may
 * stand where. The only user of the YAML parser.
 */
@NullMarked
package org.countersign.study.yaml;

import org.jspecify.annotations.NullMarked;
