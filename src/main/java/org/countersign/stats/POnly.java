package org.countersign.stats;

import java.util.List;

/** Another test's P-value alone, to stand as a rival beside a result whose other quantities it does not touch. */
record POnly(StatisticResult test) implements StatisticResult {

    @Override
    public Procedure procedure() {
        return test.procedure();
    }

    @Override
    public List<Quantity> quantities() {
        return test.quantities().stream()
                .filter(quantity -> quantity.id().equals("p"))
                .toList();
    }
}
