source("src/test/r/reference.R")
suppressMessages(library(psych))
reference_open("scales.tsv", "psych")
set.seed(1951)
make <- function(n, k, r) { f <- rnorm(n); sapply(1:k, function(i) pmin(6, pmax(0, round(3 + r * f + rnorm(n))))) }
scales <- list("ee" = make(48, 9, 1.2), "dp" = make(60, 5, .8), "two" = make(12, 2, 1), "weak" = make(25, 4, .1), "n3" = make(3, 3, 1))
for (case in names(scales)) {
  m <- scales[[case]]; input(case, "items", ncol(m)); input(case, "values", as.vector(m))
  k <- ncol(m); n <- nrow(m); v <- cov(m)
  a <- k / (k - 1) * (1 - sum(diag(v)) / sum(v))
  p <- suppressMessages(suppressWarnings(psych::alpha(as.data.frame(m), check.keys = FALSE)))
  expect(case, "estimate", p$total$raw_alpha, "psych::alpha(x)$total$raw_alpha")
  expect(case, "standardised", p$total$std.alpha, "psych::alpha(x)$total$std.alpha")
  expect(case, "ci.lower", 1 - (1 - a) * qf(.975, n - 1, (n - 1) * (k - 1)), "Feldt, qf"); expect(case, "ci.upper", 1 - (1 - a) * qf(.025, n - 1, (n - 1) * (k - 1)))
  if (!is.null(p$feldt)) expect(case, "psych.lower", p$feldt$lower.ci, "psych::alpha(x)$feldt")
  if (k > 2) for (i in 1:k) {
    expect(case, paste0("dropped.", i), p$alpha.drop$raw_alpha[i], "psych::alpha(x)$alpha.drop"); expect(case, paste0("corrected.", i), p$item.stats$r.drop[i], "psych::alpha(x)$item.stats$r.drop")
    expect(case, paste0("total.", i), p$item.stats$raw.r[i], "psych::alpha(x)$item.stats$raw.r")
  }
}
reference_close()

reference_open("kappa.tsv", "psych")
tables <- list("cohen" = rbind(c(88, 10, 2), c(14, 40, 6), c(18, 10, 12)), "themes" = rbind(c(40, 3), c(5, 52)), "likert" = rbind(c(5, 3, 1, 0), c(2, 8, 4, 1), c(0, 3, 9, 2), c(1, 0, 2, 7)),
               "against" = rbind(c(1, 6), c(7, 2)))
for (case in names(tables)) {
  m <- tables[[case]]; k <- nrow(m); n <- sum(m); input(case, "rows", k); input(case, "cells", t(m))
  r <- cohen.kappa(m, n.obs = n)
  expect(case, "unweighted.estimate", r$kappa, "psych::cohen.kappa"); expect(case, "unweighted.se", sqrt(r$var.kappa), "psych::cohen.kappa")
  expect(case, "quadratic.estimate", r$weighted.kappa, "psych::cohen.kappa"); 
  # psych's var.weighted is not the variance of Fleiss, Cohen and Everitt (1969); the delta method by central differences is.
  q <- 1 - (outer(1:k, 1:k, "-") / (k - 1))^2
  kw <- function(p, w) { e <- outer(rowSums(p), colSums(p)); (sum(w * p) - sum(w * e)) / (1 - sum(w * e)) }
  delta <- function(w) { p <- m / n; h <- 1e-5; g <- p
    for (i in 1:k) for (j in 1:k) { u <- p; u[i, j] <- u[i, j] + h; l <- p; l[i, j] <- l[i, j] - h; g[i, j] <- (kw(u, w) - kw(l, w)) / (2 * h) }
    sqrt((sum(p * g^2) - sum(p * g)^2) / n) }
  expect(case, "delta-quadratic.se", delta(q), "delta method, central differences")
  expect(case, "delta-linear.se", delta(1 - abs(outer(1:k, 1:k, "-")) / (k - 1)), "delta method, central differences")
  w <- 1 - abs(outer(1:k, 1:k, "-")) / (k - 1); p <- m / n; e <- outer(rowSums(p), colSums(p))
  expect(case, "linear.estimate", (sum(w * p) - sum(w * e)) / (1 - sum(w * e)), "formula")
}
reference_close()
