package org.countersign.audit.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.numbers.ReportedNumber;

/** Builds the list behind {@link ReportedResult#values()}. Not thread-safe. */
final class ValueList {

    private final List<NamedValue> values = new ArrayList<>();

    ValueList add(String name, String text) {
        values.add(new NamedValue(name, text));
        return this;
    }

    ValueList add(String name, ReportedNumber number) {
        return add(name, number.text());
    }

    ValueList add(String name, Optional<ReportedNumber> number) {
        number.ifPresent(n -> add(name, n));
        return this;
    }

    ValueList addP(Optional<ReportedP> p) {
        p.ifPresent(reported -> add("p", reported.text()));
        return this;
    }

    List<NamedValue> list() {
        return List.copyOf(values);
    }
}
