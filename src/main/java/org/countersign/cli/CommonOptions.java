package org.countersign.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Options that the commands on studies share; they may stand before the command or behind it. */
final class CommonOptions {

    /** Under which a command mixes them in. */
    static final String NAME = "common";

    @Option(
            names = {"-q", "--quiet"},
            description = "Print errors and results only.")
    private boolean quiet;

    @Option(names = "--format", description = "text, or json: one object per line (default: text).")
    private @Nullable OutputFormat format;

    /** Whether progress and the good news are left out. */
    static boolean quiet(CommandLine command) {
        for (CommandLine c = command; c != null; c = c.getParent()) {
            if (own(c) instanceof CommonOptions options && options.quiet) {
                return true;
            }
        }
        return false;
    }

    /** The format nearest to the command. */
    static OutputFormat format(CommandLine command) {
        for (CommandLine c = command; c != null; c = c.getParent()) {
            if (own(c) instanceof CommonOptions options && options.format != null) {
                return options.format;
            }
        }
        return OutputFormat.TEXT;
    }

    private static @Nullable Object own(CommandLine command) {
        CommandLine.Model.CommandSpec mixin = command.getCommandSpec().mixins().get(NAME);
        return mixin == null ? null : mixin.userObject();
    }
}
