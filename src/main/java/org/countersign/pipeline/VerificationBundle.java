package org.countersign.pipeline;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countersign.report.ReportModel;
import org.countersign.report.TemplateFiles;
import org.countersign.report.VerificationModel;
import org.countersign.report.data.VerificationFiles;
import org.countersign.report.data.VerificationJunit;
import org.countersign.report.data.VerificationSarif;
import org.countersign.report.page.Certificate;
import org.countersign.study.StudyLoader;
import org.countersign.verify.PublishedText;
import org.countersign.verify.Verdict;
import org.countersign.verify.Verification;

/**
 * The files of a verification.
 *
 * @param files contents by name, in the order in which they were made
 */
public record VerificationBundle(Map<String, ByteBuffer> files) {

    public VerificationBundle {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /**
     * What the files are made from.
     *
     * @param published the paper, if one was given
     * @param sourceDateEpoch seconds since 1970 that stand in the files, if the environment sets them
     */
    public static VerificationModel model(
            ReportModel report, Optional<PublishedText> published, Optional<String> sourceDateEpoch) {
        Map<String, String> hashes = new LinkedHashMap<>();
        hashes.put(StudyLoader.FILE_NAME, Hashes.sha256(Provenances.definition(report)));
        published.ifPresent(p -> hashes.put("published text", p.sha256()));
        hashes.put("program", ProgramHash.sha256());
        return new VerificationModel(
                report,
                new Verification(report.verdicts(), published),
                Versions.program(),
                Versions.all(),
                hashes,
                Provenances.created(report, sourceDateEpoch));
    }

    /**
     * Makes the files: {@code verification.json}, {@code verification.xml}, {@code verification.sarif} and
     * {@code certificate.pdf}.
     *
     * @param failing verdicts that fail a test case beside those that always do
     */
    public static VerificationBundle of(VerificationModel model, TemplateFiles templates, Set<Verdict.Kind> failing) {
        Map<String, ByteBuffer> files = new LinkedHashMap<>();
        byte[] json = VerificationFiles.json(model);
        files.put("verification.json", ByteBuffer.wrap(json).asReadOnlyBuffer());
        files.put(
                "verification.xml",
                ByteBuffer.wrap(VerificationJunit.write(model, failing)).asReadOnlyBuffer());
        files.put(
                "verification.sarif",
                ByteBuffer.wrap(VerificationSarif.write(model)).asReadOnlyBuffer());
        files.put(
                "certificate.pdf",
                ByteBuffer.wrap(Certificate.pdf(model, templates, json)).asReadOnlyBuffer());
        return new VerificationBundle(files);
    }
}
