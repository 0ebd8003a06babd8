package org.countersign;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of rooms: who may see whom, and which library belongs to which room. */
class ArchitectureTest {

    private static final String ROOT = "org.countersign";

    /** From the foundation up; each room sees itself and those before it. */
    private static final List<String> ROOMS = List.of(
            "numbers",
            "diagnostics",
            "stats",
            "study",
            "dataset",
            "analysis",
            "audit",
            "verify",
            "reconstruct",
            "chart",
            "report",
            "pipeline",
            "cli");

    /** Rooms that see less than all before them. */
    private static final java.util.Map<String, Set<String>> NARROW = java.util.Map.of(
            "numbers", Set.of(),
            "diagnostics", Set.of(),
            "stats", Set.of(),
            "chart", Set.of(),
            "audit", Set.of("numbers", "diagnostics", "stats"));

    /** A library, and the only rooms that may use it. */
    private record Library(String name, List<String> packages, List<String> users, String reason) {}

    private static final List<Library> LIBRARIES = List.of(
            new Library("the YAML parser", List.of("org.snakeyaml.."), List.of("study.yaml"), "one parser with places"),
            new Library(
                    "the CSV reader",
                    List.of("de.siegmar.fastcsv.reader.."),
                    List.of("dataset.io", "audit"),
                    "data is read in one place; audit reads the table of `countersign check`, which is no dataset"),
            new Library(
                    "the CSV writer",
                    List.of("de.siegmar.fastcsv.writer.."),
                    List.of("dataset.io", "audit.output"),
                    "one writer for the study's files; audit, which may not see datasets, writes its own"),
            new Library(
                    "the workbook reader", List.of("org.dhatim.."), List.of("dataset.io"), "data is read in one place"),
            new Library(
                    "Commons Math and Statistics",
                    List.of(
                            "org.apache.commons.math3..",
                            "org.apache.commons.statistics..",
                            "org.apache.commons.numbers.."),
                    List.of("stats"),
                    "procedures live in one room"),
            new Library(
                    "random numbers",
                    List.of("org.apache.commons.rng.."),
                    List.of("stats", "reconstruct"),
                    "seeded, named generators only"),
            new Library("XChart", List.of("org.knowm.."), List.of("chart"), "charts are drawn in one room"),
            new Library(
                    "AWT",
                    List.of("java.awt..", "javax.imageio.."),
                    List.of("chart", "report.pdf"),
                    "report.pdf paints the figures' shapes on the page"),
            new Library(
                    "FreeMarker",
                    List.of("freemarker.."),
                    List.of("report.manuscript", "report.page"),
                    "templates belong to the report"),
            new Library(
                    "Markdown",
                    List.of("org.commonmark.."),
                    List.of("report.manuscript", "audit.text"),
                    "the audit reads articles that are written in Markdown"),
            new Library(
                    "openhtmltopdf",
                    List.of("com.openhtmltopdf..", "de.rototor.."),
                    List.of("report.pdf"),
                    "one PDF writer"),
            new Library(
                    "PDFBox",
                    List.of("org.apache.pdfbox..", "org.apache.fontbox..", "org.apache.xmpbox.."),
                    List.of("report.pdf", "audit.text", "chart"),
                    "the audit reads PDF; chart reads the bundled fonts' tables with fontbox"),
            new Library("the HTML parser", List.of("org.jsoup.."), List.of("audit.text"), "the audit reads HTML"),
            new Library(
                    "the JSON library",
                    List.of("com.fasterxml.jackson.."),
                    List.of("report.data", "audit.output", "pipeline", "cli", "study.yaml"),
                    "rooms that write JSON; study.yaml writes its schema"),
            new Library("picocli", List.of("picocli.."), List.of("cli"), "one command line"),
            new Library(
                    "processes and networks",
                    List.of("java.net.http..", "javax.script..", "java.rmi..", "javax.naming.."),
                    List.of(),
                    "a study's folder is not trusted: nothing in it may run code or reach the network"));

    private static JavaClasses classes = new ClassFileImporter().importClasses();

    @BeforeAll
    static void load() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @TestFactory
    List<DynamicTest> roomsSeeOnlyThoseBeforeThem() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < ROOMS.size(); i++) {
            String room = ROOMS.get(i);
            Set<String> allowed = new LinkedHashSet<>(NARROW.getOrDefault(room, Set.copyOf(ROOMS.subList(0, i))));
            allowed.add(room);
            tests.add(DynamicTest.dynamicTest(
                    room + " sees " + allowed,
                    () -> assertThat(violations(room, allowed)).isEmpty()));
        }
        return tests;
    }

    private static Set<String> violations(String room, Set<String> allowed) {
        Set<String> violations = new LinkedHashSet<>();
        for (JavaClass one : classes) {
            if (!room(one).equals(room)) {
                continue;
            }
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT + ".") && !allowed.contains(room(target))) {
                    violations.add(one.getName() + " -> " + target.getName());
                }
            }
        }
        return violations;
    }

    private static String room(JavaClass one) {
        String name = one.getPackageName();
        String rest = name.length() > ROOT.length() ? name.substring(ROOT.length() + 1) : "";
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    @Test
    void everyPackageBelongsToARoom() {
        Set<String> rooms = new LinkedHashSet<>();
        classes.stream().map(ArchitectureTest::room).filter(r -> !r.isEmpty()).forEach(rooms::add);
        assertThat(rooms).allMatch(ROOMS::contains);
    }

    @TestFactory
    List<DynamicTest> librariesHaveTheirRooms() {
        return LIBRARIES.stream()
                .map(library -> DynamicTest.dynamicTest(
                        library.name() + " in " + library.users() + ": " + library.reason(),
                        () -> noClasses()
                                .that(outside(library.users()))
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage(library.packages().toArray(String[]::new)))
                                .because(library.reason())
                                .check(classes)))
                .toList();
    }

    private static DescribedPredicate<JavaClass> outside(List<String> rooms) {
        List<String> packages = rooms.stream().map(r -> ROOT + "." + r + "..").toList();
        return DescribedPredicate.not(resideInAnyPackage(packages.toArray(String[]::new)))
                .and(resideInAPackage(ROOT + ".."));
    }

    @Test
    void onlyTheCommandLineTouchesTheProcess() {
        noClasses()
                .that(outside(List.of("cli")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(classes);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.net.URLConnection.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.net.Socket.class)
                .check(classes);
    }

    @Test
    void timeAndChanceAreNamed() {
        noClasses()
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(java.util.Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.concurrent.ThreadLocalRandom.class)
                .because("the same inputs give the same bytes")
                .check(classes);
    }

    @Test
    void packagesAreNullMarked() {
        Set<String> unmarked = new LinkedHashSet<>();
        for (JavaClass one : classes) {
            if (!one.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(one.getPackageName());
            }
        }
        assertThat(unmarked).isEmpty();
    }
}
