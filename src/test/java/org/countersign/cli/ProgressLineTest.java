package org.countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter text = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();
    private final ProgressLine line = new ProgressLine(new PrintWriter(text), nanos::get);

    @Test
    void shortWorkShowsNothing() {
        line.at("reading", 1, 2);
        line.close();
        assertThat(text.toString()).isEmpty();
    }

    @Test
    void longWorkShowsALineThatGoesAtTheEnd() {
        nanos.addAndGet(1_000_000_000);
        line.at("reading data.csv", 1, 4);
        line.at("reading data.csv", 2, 4);
        assertThat(text.toString()).startsWith("\rreading data.csv: 25%").doesNotContain("50%");
        line.close();
        assertThat(text.toString()).endsWith(" \r");
    }

    @Test
    void workOfUnknownSizeHasNoPercentage() {
        nanos.addAndGet(1_000_000_000);
        line.at("setting the report", 0, 0);
        assertThat(text.toString().strip()).isEqualTo("setting the report");
    }
}
