package org.countersign.report.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.countersign.report.VerificationModel;
import org.countersign.report.Xml;
import org.countersign.verify.PublishedCoverage;
import org.countersign.verify.Verdict;
import org.countersign.verify.Verification;

/**
 * The verdicts as JUnit XML, for build servers: a test case for each. What differs or cannot be computed has failed, and so
 * has whatever the user lets the command fail on; an unclaimed number is a test that was skipped otherwise.
 */
public final class VerificationJunit {

    private VerificationJunit() {}

    /**
     * @param failing kinds of verdict that fail, as they decide on the exit code
     */
    public static byte[] write(VerificationModel model, Set<Verdict.Kind> failing) {
        Verification verification = model.verification();
        String study = model.report().study().id();
        List<Verdict> verdicts = verification.verdicts().all();
        boolean unclaimedFails = failing.contains(Verdict.Kind.UNCLAIMED);
        long failures =
                verdicts.stream().filter(v -> failing.contains(v.kind())).count()
                        + (unclaimedFails ? verification.unclaimed().size() : 0);
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"").append(Xml.escape(study)).append("\" tests=\"");
        xml.append(verification.total())
                .append("\" failures=\"")
                .append(failures)
                .append("\" errors=\"0\" skipped=\"");
        long skipped =
                failing.contains(Verdict.Kind.NOT_COMPUTABLE) ? 0 : verification.count(Verdict.Kind.NOT_COMPUTABLE);
        xml.append(skipped + (unclaimedFails ? 0 : verification.unclaimed().size()))
                .append("\">\n");
        for (Verdict v : verdicts) {
            begin(xml, study + "." + v.claim().id(), v.published() + " = " + v.key());
            if (failing.contains(v.kind())) {
                outcome(xml, "failure type=\"" + v.kind().id() + "\"", v.told());
            } else if (v.kind() == Verdict.Kind.NOT_COMPUTABLE) {
                outcome(xml, "skipped", v.told());
            } else {
                xml.append("<system-out>")
                        .append(Xml.escape(v.kind().label() + ": " + v.told()))
                        .append("</system-out>");
            }
            xml.append("</testcase>\n");
        }
        for (PublishedCoverage.Unclaimed unclaimed : verification.unclaimed()) {
            begin(xml, study + ".unclaimed", unclaimed.printed() + " at " + unclaimed.place());
            outcome(xml, unclaimedFails ? "failure type=\"unclaimed\"" : "skipped", unclaimed.explanation());
            xml.append("</testcase>\n");
        }
        return xml.append("</testsuite>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void begin(StringBuilder xml, String className, String name) {
        xml.append("  <testcase classname=\"")
                .append(Xml.escape(className))
                .append("\" name=\"")
                .append(Xml.escape(name))
                .append("\">");
    }

    private static void outcome(StringBuilder xml, String element, String message) {
        xml.append("<")
                .append(element)
                .append(" message=\"")
                .append(Xml.escape(message))
                .append("\"/>");
    }
}
