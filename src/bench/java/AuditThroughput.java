import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.countersign.audit.ArticleAuditor;
import org.countersign.audit.AuditReport;
import org.countersign.audit.text.Article;

/**
 * Articles of 30 KB of plain text with 15 results each, audited on one thread. Prints the median of seven rounds after
 * two to warm up. Run by src/bench/audit.sh.
 */
public final class AuditThroughput {

    private static final int ARTICLES = 1000;
    private static final int LENGTH = 30_000;

    private static final String[] PROSE = {
        "The ward had twelve beds and two nurses on each shift, and the rota changed in spring. ",
        "Earlier work in other regions came to mixed conclusions, for reasons that we return to below. ",
        "Participants were followed for 12 months in 4 centres, from March 2015 to April 2016. ",
        "We used a 5-item form (range 0-20), which takes about 3 minutes, and a visual scale. ",
        "All analyses followed a plan that had been laid down before the first of 96 records was opened. ",
        "Readers who know the region will recall that the service was reorganised twice in those years. "
    };

    private static final String[] RESULTS = {
        "It differed between years, t(%d) = 2.20, p = .03. ",
        "The curricula differed, F(2, %d) = 3.20, p = .04. ",
        "Attendance varied by site, \u03c72(1, N = %d) = 3.84, p = .05. ",
        "The risk was lower (RR 0.54, 95%% CI 0.39-0.74; P<0.001) in %d families. ",
        "The mean difference was 2.2 (95%% CI, 0.1 to 4.3; P = .04) among %d pupils. ",
        "Relapse was seen in 27 of 295 patients (9.2%%) and in 52 of 307 (16.9%%) by day %d. ",
        "Median stay was 5 (IQR 3-8) days in %d wards. ",
        "Mean age was 49.1 \u00b1 15.2 years in year %d. "
    };

    private AuditThroughput() {}

    public static void main(String[] args) {
        List<Article> articles = new ArrayList<>();
        Random random = new Random(30_000);
        for (int i = 0; i < ARTICLES; i++) {
            articles.add(Article.of("article" + i, text(random)));
        }
        ArticleAuditor auditor = ArticleAuditor.withDefaults();
        double[] rates = new double[7];
        long results = 0;
        for (int round = -2; round < rates.length; round++) {
            long start = System.nanoTime();
            results = 0;
            for (Article article : articles) {
                AuditReport report = auditor.audit(article);
                results += report.results().results().size();
            }
            double rate = ARTICLES / ((System.nanoTime() - start) / 1e9);
            if (round >= 0) {
                rates[round] = rate;
            }
        }
        java.util.Arrays.sort(rates);
        System.out.printf(
                java.util.Locale.ROOT,
                "%.0f articles per second and core (median of 7; %.1f results and %d characters an article)%n",
                rates[3],
                (double) results / ARTICLES,
                LENGTH);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int results = 0;
        while (text.length() < LENGTH) {
            text.append(PROSE[random.nextInt(PROSE.length)]);
            if (results < 15 && text.length() > results * (LENGTH / 15)) {
                text.append(String.format(
                        java.util.Locale.ROOT, RESULTS[random.nextInt(RESULTS.length)], 40 + random.nextInt(60)));
                results++;
            }
            if (random.nextInt(6) == 0) {
                text.append("\n\n");
            }
        }
        return text.substring(0, LENGTH);
    }
}
