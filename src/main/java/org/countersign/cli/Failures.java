package org.countersign.cli;

import java.util.Arrays;
import org.countersign.diagnostics.StudyException;
import picocli.CommandLine;

/** Turns what a command throws into messages and exit codes, in one place. */
final class Failures implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        boolean trace = Arrays.asList(parsed.originalArgs().toArray()).contains("--stacktrace")
                || parsed.expandedArgs().contains("--stacktrace");
        if (trace) {
            e.printStackTrace(command.getErr());
        }
        if (e instanceof StudyException study) {
            Console.diagnostics(command, study.diagnostics());
            return ExitCodes.INPUT;
        }
        command.getErr()
                .println("internal error: " + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + (trace ? "" : "\n    this is a bug; run again with --stacktrace to see where"));
        return ExitCodes.INTERNAL;
    }
}
