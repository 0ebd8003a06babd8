package org.countersign.dataset;

import org.countersign.study.VariableSpec;

/** A variable's values, one per row; immutable. */
public sealed interface Column permits NumberColumn, CategoryColumn, TextColumn {

    VariableSpec variable();

    int rows();

    boolean isMissing(int row);
}
