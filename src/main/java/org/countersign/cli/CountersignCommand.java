package org.countersign.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.pipeline.Project;
import org.countersign.pipeline.Versions;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The root command. */
@Command(
        name = "countersign",
        mixinStandardHelpOptions = true,
        versionProvider = CountersignCommand.Version.class,
        description = {
            "Study reports in which every number is computed from the data, traced, and checked against what was published.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  countersign new inputs/my-study     a small working study to start from",
            "  countersign build                   every report of inputs/ into reports/",
            "  countersign verify mentorship-burnout",
            "                                      published numbers against the data",
            "  countersign explain sleep-1908 drugs.gain.sd",
            "                                      where a number comes from",
            "",
            "Exit codes: 0 ok, 1 internal error, 2 usage or input, 3 numbers do not agree."
        })
final class CountersignCommand {

    /** The commands by name, in the order of the help. */
    static final Map<String, Supplier<Object>> COMMANDS = commands();

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("build", BuildCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("list", ListCommand::new);
        commands.put("new", NewCommand::new);
        commands.put("audit", AuditCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("reconstruct", ReconstructCommand::new);
        return commands;
    }

    /**
     * The command line that reads these arguments. Where they begin with a command's name, that command alone is set up:
     * reading the options of all takes longer than many a command runs.
     */
    static CommandLine reading(String... arguments) {
        CommandLine root = new CommandLine(new CountersignCommand());
        Supplier<Object> named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (named != null) {
            return root.addSubcommand(named.get());
        }
        COMMANDS.values().forEach(command -> root.addSubcommand(command.get()));
        return root.addSubcommand(new AutoComplete.GenerateCompletion());
    }

    @Option(
            names = {"-C", "--project"},
            paramLabel = "DIR",
            description = "Folder with inputs/, templates/ and reports/ (default: this folder).",
            scope = CommandLine.ScopeType.INHERIT)
    private Path project = Path.of("");

    @Mixin(name = CommonOptions.NAME)
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--stacktrace",
            description = "Show where in the program an error arose.",
            scope = CommandLine.ScopeType.INHERIT)
    private boolean stacktrace;

    static CountersignCommand of(CommandLine command) {
        CommandLine root = command;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return root.getCommand();
    }

    /**
     * @throws StudyException if the folder is not there
     */
    Project project() {
        if (!Files.isDirectory(project.toAbsolutePath())) {
            throw new StudyException(Diagnostic.error(
                    "file-not-found",
                    SourceLocation.of(project.toString()),
                    "`--project`: there is no such folder",
                    "name the folder that holds inputs/"));
        }
        return Project.in(project);
    }

    boolean stacktrace() {
        return stacktrace;
    }

    /** The version that {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"countersign " + Versions.program(), "Java " + Runtime.version()};
        }
    }
}
