package org.countersign.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.countersign.diagnostics.Progress;
import picocli.CommandLine;

/**
 * One line at the foot of a terminal that says how far long work has come; it goes when the work is done. Work that ends
 * soon shows none.
 */
final class ProgressLine implements Progress, AutoCloseable {

    private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(700);
    private static final long NEXT = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int WIDTH = 78;

    private final PrintWriter out;
    private final LongSupplier nanos;
    private long due;
    private boolean shown;

    /**
     * @param nanos a clock, in nanoseconds
     */
    ProgressLine(PrintWriter out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.due = nanos.getAsLong() + FIRST;
    }

    /** On the error stream if somebody sits at a terminal and has not asked for quiet. */
    static Progress on(CommandLine command) {
        return System.console() == null || CommonOptions.quiet(command)
                ? Progress.NONE
                : new ProgressLine(command.getErr(), System::nanoTime);
    }

    /** Takes the line away, if there is one. */
    static void end(Progress progress) {
        if (progress instanceof ProgressLine line) {
            line.close();
        }
    }

    @Override
    public synchronized void at(String what, long done, long of) {
        long now = nanos.getAsLong();
        if (now - due < 0) {
            return;
        }
        due = now + NEXT;
        shown = true;
        String text = of <= 0 ? what : String.format(Locale.ROOT, "%s: %d%%", what, 100 * Math.min(done, of) / of);
        String line = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "\u2026" : text;
        out.print("\r" + line + " ".repeat(WIDTH - line.length()));
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (shown) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
            out.flush();
            shown = false;
        }
    }
}
