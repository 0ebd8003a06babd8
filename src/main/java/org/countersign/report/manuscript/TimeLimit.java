package org.countersign.report.manuscript;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that opened it unless it is closed in time: what a template does has no other bound. */
final class TimeLimit implements AutoCloseable {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "template-time-limit");
        thread.setDaemon(true);
        return thread;
    });

    private final Thread watched = Thread.currentThread();
    private final ScheduledFuture<?> alarm;
    private boolean closed;
    private boolean exceeded;

    private TimeLimit(Duration limit) {
        alarm = CLOCK.schedule(this::ring, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    static TimeLimit of(Duration limit) {
        return new TimeLimit(limit);
    }

    private synchronized void ring() {
        if (!closed) {
            exceeded = true;
            watched.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        alarm.cancel(false);
        if (exceeded) {
            Thread.interrupted();
        }
    }
}
