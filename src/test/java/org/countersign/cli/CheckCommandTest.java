package org.countersign.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countersign.diagnostics.StudyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

    @TempDir
    Path folder;

    private record Run(int exit, String out, String err) {}

    private Run run(String check, String table, String... options) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.write(file, table.getBytes(UTF_8));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(new CheckCommand());
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        command.setExecutionExceptionHandler((e, line, parsed) -> {
            err.append(e.getMessage());
            return e instanceof StudyException ? 2 : 1;
        });
        String[] args = new String[options.length + 2];
        System.arraycopy(options, 0, args, 0, options.length);
        args[options.length] = check;
        args[options.length + 1] = file.toString();
        return new Run(command.execute(args), out.toString(), err.toString());
    }

    @Test
    void the_table_comes_back_with_verdicts() throws IOException {
        Run run = run("grim", "study,Mean,n\nA,5.19,28\nB,5.20,20\nC,x,20\nD,3.5\n");
        assertThat(run.exit()).isEqualTo(3);
        String[] lines = run.out().split("\n");
        assertThat(lines[0])
                .isEqualTo("study,Mean,n,verdict,recomputed_low,recomputed_high,decision_error,message,explanations");
        assertThat(lines[1]).startsWith("A,5.19,28,inconsistent,5.17857,5.21429,no,");
        assertThat(lines[2]).startsWith("B,5.20,20,consistent,5.2,5.25,no,");
        assertThat(lines[3]).startsWith("C,x,20,not-testable,,,no,column `mean`: `x` is not a number,");
        assertThat(lines[4]).startsWith("D,3.5,,not-testable,,,no,column `n` is empty,");
    }

    @Test
    void trailing_zeros_count() throws IOException {
        assertThat(run("grim", "mean,n\n3.5,20\n3.50,20\n3.53,20\n")
                        .out()
                        .lines()
                        .map(line -> line.split(",")[2]))
                .containsExactly("verdict", "not-testable", "consistent", "inconsistent");
    }

    @Test
    void other_separators_and_json() throws IOException {
        assertThat(run("percent", "k;n;percent\n27;295;9,2\n").exit()).isZero();
        assertThat(run("percent", "\ufeffk\tn\tpercent\n27\t295\t9.2%\n").exit())
                .isZero();
        assertThat(run("group-total", "total,parts\n135,51; 84\n", "--format", "json")
                        .out())
                .startsWith("{\"total\":\"135\",\"parts\":\"51; 84\",\"verdict\":\"consistent\"");
    }

    @Test
    void wrong_tables_are_told() throws IOException {
        Run missing = run("grim", "means,n\n5.19,28\n");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("no column `mean`").contains("rename `means`?");
        assertThat(run("grim", "mean,n,n\n5.19,28,28\n").exit()).isEqualTo(2);
        assertThat(run("grim", "").exit()).isEqualTo(2);
        assertThat(run("grimm", "mean,n\n").err()).contains("did you mean `grim");
        assertThat(run("grim", "mean,n\n5.19,28\n", "--format", "xml").exit()).isEqualTo(2);
    }
}
