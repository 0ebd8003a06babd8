package org.countersign.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** A command line that cannot be understood: what is wrong, a suggestion, where the help is. */
final class UsageErrors implements CommandLine.IParameterExceptionHandler {

    private static final Pattern CHOICES = Pattern.compile("expected one of \\[([A-Z_, ]+)] \\(case-insensitive\\)");

    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("error: " + message(e));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println("    `" + command.getCommandSpec().qualifiedName() + " --help` shows what it takes");
        return ExitCodes.INPUT;
    }

    /** The message with the choices as the help writes them: "text, json", not "[TEXT, JSON] (case-insensitive)". */
    private static String message(CommandLine.ParameterException e) {
        String text = String.valueOf(e.getMessage());
        return CHOICES.matcher(text)
                .replaceFirst(m -> Matcher.quoteReplacement(
                        "expected one of " + m.group(1).toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
