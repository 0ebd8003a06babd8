source("src/test/r/reference.R")
reference_open("proportion.tsv")
for (kn in list(c(39, 48), c(28, 48), c(34, 37), c(0, 10), c(10, 10), c(1, 1), c(0, 1), c(1, 2), c(5, 1000), c(27, 295), c(50000, 100000), c(12, 25))) {
  k <- kn[1]; n <- kn[2]
  for (level in c(.95, .9, .99)) {
    case <- paste0(k, "of", n, "/", level * 100)
    input(case, "k", k); input(case, "n", n); input(case, "level", level)
    z <- qnorm(1 - (1 - level) / 2); a <- (1 - level) / 2
    ci <- prop.test(k, n, conf.level = level, correct = FALSE)$conf.int
    expect(paste0(case), "wilson.lower", ci[1], "prop.test(k, n, correct = FALSE)"); expect(case, "wilson.upper", ci[2])
    ci <- prop.test(k, n, conf.level = level)$conf.int
    expect(case, "wilson-corrected.lower", ci[1], "prop.test(k, n)"); expect(case, "wilson-corrected.upper", ci[2])
    ci <- binom.test(k, n, conf.level = level)$conf.int
    expect(case, "clopper-pearson.lower", ci[1], "binom.test(k, n)"); expect(case, "clopper-pearson.upper", ci[2])
    expect(case, "jeffreys.lower", if (k == 0) 0 else qbeta(a, k + .5, n - k + .5), "qbeta")
    expect(case, "jeffreys.upper", if (k == n) 1 else qbeta(a, k + .5, n - k + .5, lower.tail = FALSE), "qbeta")
    nt <- n + z^2; pt <- (k + z^2 / 2) / nt
    expect(case, "agresti-coull.lower", max(0, pt - z * sqrt(pt * (1 - pt) / nt)), "formula")
    expect(case, "agresti-coull.upper", min(1, pt + z * sqrt(pt * (1 - pt) / nt)), "formula")
    p <- k / n
    expect(case, "wald.lower", max(0, p - z * sqrt(p * (1 - p) / n)), "formula")
    expect(case, "wald.upper", min(1, p + z * sqrt(p * (1 - p) / n)), "formula")
  }
}
reference_close()

reference_open("two-by-two.tsv", c("epitools"))
root <- function(f, lo, hi) uniroot(f, c(lo, hi), tol = 1e-300, maxiter = 10000)$root
tables <- list(c(27, 268, 52, 255), c(28, 27, 4, 48), c(4, 51, 14, 38), c(39, 9, 20, 28), c(1, 9, 2, 8), c(3, 1, 1, 3),
               c(10, 2, 3, 15), c(0, 12, 5, 9), c(7, 0, 3, 5), c(12, 5, 29, 2), c(120, 880, 150, 850), c(1, 1, 1, 2), c(2, 23, 5, 30))
for (cells in tables) {
  case <- paste(cells, collapse = "-")
  a <- cells[1]; b <- cells[2]; c <- cells[3]; d <- cells[4]; n1 <- a + b; n2 <- c + d; z <- qnorm(.975)
  input(case, "cells", cells)
  m <- matrix(cells, 2, byrow = TRUE)
  f <- fisher.test(m)
  expect(case, "fisher.p", f$p.value, "fisher.test(m)$p.value")
  expect(case, "fisher-greater.p", fisher.test(m, alternative = "greater")$p.value, "fisher.test(m, alternative = 'greater')")
  expect(case, "fisher-less.p", fisher.test(m, alternative = "less")$p.value, "fisher.test(m, alternative = 'less')")
  expect(case, "chisq.statistic", chisq.test(m, correct = FALSE)$statistic, "chisq.test(m, correct = FALSE)")
  expect(case, "chisq.p", chisq.test(m, correct = FALSE)$p.value, "chisq.test(m, correct = FALSE)")
  expect(case, "yates.statistic", chisq.test(m)$statistic, "chisq.test(m)")
  expect(case, "yates.p", chisq.test(m)$p.value, "chisq.test(m)")
  # Wald risk ratio and Woolf odds ratio: epitools
  if (a > 0 && c > 0) {
    r <- epitools::riskratio.wald(matrix(c(d, c, b, a), 2, byrow = TRUE))
    expect(case, "rr.estimate", r$measure[2, 1], "epitools::riskratio.wald"); expect(case, "rr.lower", r$measure[2, 2]); expect(case, "rr.upper", r$measure[2, 3])
  }
  if (all(cells > 0)) {
    r <- epitools::oddsratio.wald(matrix(c(d, c, b, a), 2, byrow = TRUE))
    expect(case, "or-woolf.estimate", r$measure[2, 1], "epitools::oddsratio.wald"); expect(case, "or-woolf.lower", r$measure[2, 2]); expect(case, "or-woolf.upper", r$measure[2, 3])
  }
  h <- cells + .5; lor <- log(h[1] * h[4] / h[2] / h[3]); s <- sqrt(sum(1 / h))
  expect(case, "or-half.estimate", exp(lor), "formula"); expect(case, "or-half.lower", exp(lor - z * s)); expect(case, "or-half.upper", exp(lor + z * s))
  # Conditional odds ratio: fisher.test's equations, solved to machine precision (its own uniroot stops at 1e-4)
  lo <- max(0, a + c - n2); hi <- min(n1, a + c); support <- lo:hi
  logdc <- dhyper(support, n1, n2, a + c, log = TRUE)
  dn <- function(ncp) { w <- logdc + log(ncp) * support; w <- exp(w - max(w)); w / sum(w) }
  if (a > lo && a < hi) expect(case, "or.estimate", exp(root(function(l) sum(support * dn(exp(l))) - a, -20, 20)), "fisher.test's mle, tol 0")
  if (a > lo) expect(case, "or.lower", exp(root(function(l) sum(dn(exp(l))[support >= a]) - .025, -30, 30)), "fisher.test's ncp.L, tol 0") else expect(case, "or.lower", 0)
  if (a < hi) expect(case, "or.upper", exp(root(function(l) sum(dn(exp(l))[support <= a]) - .025, -30, 30)), "fisher.test's ncp.U, tol 0") else expect(case, "or.upper", Inf)
  expect(case, "or-r.lower", f$conf.int[1], "fisher.test(m)$conf.int"); expect(case, "or-r.upper", f$conf.int[2])
  # Risk difference
  p1 <- a / n1; p2 <- c / n2; rd <- p1 - p2
  w1 <- prop.test(a, n1, correct = FALSE)$conf.int; w2 <- prop.test(c, n2, correct = FALSE)$conf.int
  expect(case, "rd.lower", rd - sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2), "Newcombe 10 from prop.test"); expect(case, "rd.upper", rd + sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2))
  w <- prop.test(c(a, c), c(n1, n2), correct = FALSE)
  expect(case, "rd-wald.lower", w$conf.int[1], "prop.test(correct = FALSE)"); expect(case, "rd-wald.upper", w$conf.int[2])
  expect(case, "rd.p", w$p.value, "prop.test(correct = FALSE)$p.value")
  # Score intervals: maximise the constrained likelihood numerically (golden section on log likelihood's derivative)
  mle2 <- function(delta) { # p1 = p2 + delta
    l <- max(0, -delta); u <- min(1, 1 - delta); e <- 1e-15
    g <- function(p) a / (p + delta) - b / (1 - p - delta) + c / p - d / (1 - p)
    if (g(l + e) <= 0) return(l); if (g(u - e) >= 0) return(u)
    root(g, l + e, u - e)
  }
  score <- function(delta) { q2 <- mle2(delta); q1 <- q2 + delta; N <- n1 + n2
    v <- (q1 * (1 - q1) / n1 + q2 * (1 - q2) / n2) * N / (N - 1); (rd - delta) / sqrt(v) }
  if (all(cells > 0)) {
    expect(case, "rd-mn.lower", root(function(x) score(x) - z, -1 + 1e-9, rd), "constrained ML by uniroot"); expect(case, "rd-mn.upper", root(function(x) score(x) + z, rd, 1 - 1e-9))
    mler <- function(t) { g <- function(p) a / p - b * t / (1 - t * p) + c / p - d / (1 - p); u <- min(1, 1 / t) * (1 - 1e-15); root(g, 1e-15, u) }
    rscore <- function(t) { q2 <- mler(t); q1 <- t * q2; (p1 - t * p2) / sqrt(q1 * (1 - q1) / n1 + t^2 * q2 * (1 - q2) / n2) }
    rr <- p1 / p2
    expect(case, "rr-koopman.lower", exp(root(function(l) rscore(exp(l)) - z, log(rr) - 8, log(rr))), "constrained ML by uniroot")
    expect(case, "rr-koopman.upper", exp(root(function(l) rscore(exp(l)) + z, log(rr), log(rr) + 8)))
  }
}
reference_close()

reference_open("r-by-c.tsv")
big <- list(
  "job" = rbind(c(1, 2, 1, 0), c(3, 3, 6, 1), c(10, 10, 14, 9), c(6, 7, 12, 11)),
  "streptomycin" = rbind(c(28, 10, 2, 5, 6, 4), c(4, 13, 3, 12, 6, 14)),
  "three" = rbind(c(3, 0, 2), c(1, 5, 0), c(0, 2, 6)), "two-by-three" = rbind(c(5, 3, 8), c(9, 1, 2)),
  "baseline" = rbind(c(8, 17, 30), c(8, 20, 24)), "ones" = rbind(c(1, 0, 0), c(0, 1, 0), c(0, 0, 1)),
  "mehta-patel" = rbind(c(2, 0, 1, 2, 6), c(1, 3, 1, 1, 1), c(1, 0, 3, 1, 0), c(1, 2, 1, 2, 0)))
for (case in names(big)) {
  m <- big[[case]]
  input(case, "rows", nrow(m)); input(case, "cells", t(m))
  expect(case, "fisher.p", fisher.test(m, workspace = 2e7)$p.value, "fisher.test(m)")
  k <- chisq.test(m, correct = FALSE)
  expect(case, "chisq.statistic", k$statistic, "chisq.test(m)"); expect(case, "chisq.df", k$parameter); expect(case, "chisq.p", k$p.value)
}
reference_close()

# Tables whose exact distribution is large. fisher.test is good to about 1e-8 there (its hash table puts paths together),
# so the middle one is enumerated too: every table with these margins within 60 of its expectation, which is all but 1e-14.
reference_open("r-by-c-large.tsv")
large <- list("3x6" = rbind(c(6, 4, 4, 8, 5, 2), c(12, 21, 18, 14, 19, 15), c(8, 18, 14, 13, 12, 7)), "3x3" = rbind(c(61, 48, 70), c(30, 44, 38), c(51, 37, 41)), "2x5" = rbind(c(724, 439, 1208, 1151, 791), c(931, 572, 1574, 1587, 1023)),
  "4x4" = rbind(c(16, 11, 8, 22), c(4, 7, 5, 10), c(20, 10, 13, 27), c(16, 10, 3, 18)), "3x10" = rbind(c(4, 7, 15, 4, 10, 9, 5, 7, 5, 6), c(5, 3, 6, 3, 5, 2, 4, 2, 5, 2), c(5, 2, 4, 4, 5, 4, 4, 4, 6, 3)))
for (case in names(large)) { m <- large[[case]]; input(case, "rows", nrow(m)); input(case, "cells", t(m)); expect(case, "fisher.p", fisher.test(m, workspace = 2e7)$p.value, "fisher.test(m, workspace = 2e7)") }
m <- large[["3x3"]]; rows <- rowSums(m); cols <- colSums(m); n <- sum(m)
weight <- function(x) -sum(lfactorial(x)); limit <- weight(m) + 1e-7; at_most <- all <- 0
near <- function(r, c) max(0, ceiling(r * c / n - 60)):min(r, c, floor(r * c / n + 60))
for (a in near(rows[1], cols[1])) for (b in near(rows[1], cols[2])) {
  c3 <- rows[1] - a - b; if (c3 < 0 || c3 > cols[3]) next
  g <- expand.grid(d = near(rows[2], cols[1]), e = near(rows[2], cols[2])); g$f <- rows[2] - g$d - g$e; g <- g[g$d <= cols[1] - a & g$e <= cols[2] - b & g$f >= 0 & g$f <= cols[3] - c3, ]; if (!nrow(g)) next
  w <- -(lfactorial(a) + lfactorial(b) + lfactorial(c3) + lfactorial(g$d) + lfactorial(g$e) + lfactorial(g$f) + lfactorial(cols[1] - a - g$d) + lfactorial(cols[2] - b - g$e) + lfactorial(cols[3] - c3 - g$f))
  q <- exp(w - weight(m)); all <- all + sum(q); at_most <- at_most + sum(q[w <= limit])
}
expect("3x3", "enumerated.p", at_most / all, "all tables with these margins")
reference_close()
