package org.countersign.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The HTML report in a real browser: no request, no barrier, and every number opens its ledger entry. */
class BrowserIT {

    private static final List<Path> BROWSERS = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    @TempDir
    private static Path folder = Path.of("");

    private static List<AutoCloseable> open = new ArrayList<>();
    private static Browser browser;
    private static String address = "";

    @BeforeAll
    static void openBrowser() throws IOException {
        Path executable = BROWSERS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no browser found at " + BROWSERS + "; install the Debian package `chromium` (.ci/run does)"));
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        open.add(playwright);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox")));
        Path page = folder.resolve("report.html");
        Files.write(page, Studies.build("streptomycin-1948").get("report.html"));
        address = page.toUri().toString();
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private static Page page(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        Page page = context.newPage();
        page.navigate(address);
        return page;
    }

    private static Page page() {
        return page(new Browser.NewContextOptions());
    }

    @Test
    void asksForNothing() {
        List<String> requests = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.onRequest(request -> requests.add(request.url()));
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.navigate(address);
            page.mouse().wheel(0, 20_000);
            page.waitForTimeout(200);
        }
        assertThat(requests).filteredOn(url -> !url.startsWith("data:")).containsExactly(address);
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noBarriers(ColorScheme scheme) {
        Page page = page(new Browser.NewContextOptions().setColorScheme(scheme).setBypassCSP(true));
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(v -> v.getId() + ": " + v.getHelp() + " "
                                + v.getNodes().stream()
                                        .map(n -> String.valueOf(n.getHtml()))
                                        .limit(3)
                                        .toList())
                        .toList())
                .isEmpty();
        page.context().close();
    }

    @Test
    void darkSchemeIsDark() {
        Page page = page(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
        Object background = page.evaluate("getComputedStyle(document.body).backgroundColor");
        String rgb = String.valueOf(background);
        int brightest = List.of(rgb.replaceAll("[^0-9,]", "").split(",")).stream()
                .limit(3)
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow();
        assertThat(brightest).as(rgb).isLessThan(100);
        page.context().close();
    }

    @Test
    void hoverShowsTheEntryAndLeavingHidesIt() {
        Page page = page();
        Locator number = page.locator("a.n").first();
        Locator entry = page.locator("#entry");
        assertThat(entry.isVisible()).isFalse();
        number.hover();
        entry.waitFor();
        assertThat(entry.innerText()).contains("Value").contains("Method").contains("Key");
        page.mouse().move(1, 1);
        entry.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        page.context().close();
    }

    @Test
    void focusAndEscape() {
        Page page = page();
        Locator number = page.locator("a.n").first();
        Locator entry = page.locator("#entry");
        number.focus();
        assertThat(entry.isVisible()).isTrue();
        assertThat(number.getAttribute("aria-expanded")).isEqualTo("true");
        page.keyboard().press("Escape");
        assertThat(entry.isVisible()).isFalse();
        assertThat(number.getAttribute("aria-expanded")).isNull();
        page.context().close();
    }

    @Test
    void clickPinsAndClickElsewhereLetsGo() {
        Page page = page();
        Locator number = page.locator("a.n").first();
        Locator entry = page.locator("#entry");
        String before = page.url();
        number.click();
        assertThat(entry.isVisible()).isTrue();
        page.mouse().move(1, 1);
        page.waitForTimeout(400);
        assertThat(entry.isVisible()).isTrue();
        assertThat(page.url()).isEqualTo(before);
        page.locator("h1").first().click();
        assertThat(entry.isVisible()).isFalse();
        page.context().close();
    }

    @Test
    void everyNumberHasItsRow() {
        Page page = page();
        Object orphans = page.evaluate("[...document.querySelectorAll('a.n')]"
                + ".filter(a => !document.getElementById(a.getAttribute('href').slice(1))).map(a => a.dataset.k)");
        assertThat((List<?>) orphans).isEmpty();
        assertThat(page.locator("a.n").count()).isGreaterThan(20);
        page.context().close();
    }

    @Test
    void readableWithoutScripts() {
        Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        assertThat(page.locator("h1").first().isVisible()).isTrue();
        assertThat(page.locator("table").first().isVisible()).isTrue();
        assertThat(page.locator("figure svg").first().isVisible()).isTrue();
        page.locator("a.n").first().click();
        assertThat(page.url()).contains("#k-");
        page.context().close();
    }

    @Test
    void narrowScreensNeedNoSidewaysScrolling() {
        Page page = page(new Browser.NewContextOptions().setViewportSize(360, 740));
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(1);
        page.context().close();
    }
}
