package org.countersign.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program's entry. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int code = run(System.out, System.err, arguments);
        System.out.flush();
        System.err.flush();
        if (code != ExitCodes.OK) {
            System.exit(code);
        }
    }

    /** Runs a command; UTF-8 whatever the machine's default. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        CommandLine commands = CountersignCommand.reading(arguments);
        commands.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpAutoWidth(true);
        commands.setExecutionExceptionHandler(new Failures());
        commands.setParameterExceptionHandler(new UsageErrors());
        return commands.execute(arguments);
    }
}
