package org.countersign.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Options that the commands on studies share. */
final class CommonOptions {

    /** Under which a command mixes them in. */
    static final String NAME = "common";

    @Option(
            names = {"-q", "--quiet"},
            description = "Print errors and results only.")
    private boolean quiet;

    @Option(names = "--format", description = "text, or json: one object per line (default: text).")
    private OutputFormat format = OutputFormat.TEXT;

    boolean quiet() {
        return quiet;
    }

    OutputFormat format() {
        return format;
    }

    /** Those of a command, or the defaults where it has none. */
    static CommonOptions of(CommandLine command) {
        CommandLine.Model.CommandSpec mixin = command.getCommandSpec().mixins().get(NAME);
        return mixin != null && mixin.userObject() instanceof CommonOptions options ? options : new CommonOptions();
    }
}
