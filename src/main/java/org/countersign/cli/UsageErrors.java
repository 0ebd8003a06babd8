package org.countersign.cli;

import picocli.CommandLine;

/** A command line that cannot be understood: what is wrong, a suggestion, where the help is. */
final class UsageErrors implements CommandLine.IParameterExceptionHandler {

    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("error: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println("    `" + command.getCommandSpec().qualifiedName() + " --help` shows what it takes");
        return ExitCodes.INPUT;
    }
}
