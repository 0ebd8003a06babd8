source("src/test/r/reference.R")
reference_open("correlation.tsv")
set.seed(1904)
pairs <- list("small" = list(c(44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1), c(2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8)),
  "ties" = list(c(1, 2, 2, 3, 4, 4, 5, 6), c(2, 1, 3, 3, 3, 5, 6, 6)), "n30" = { x <- rnorm(30); list(x, x + rnorm(30)) }, "n80" = { x <- rnorm(80); list(x, .3 * x + rnorm(80)) },
  "binary" = list(rep(0:1, each = 10), round(rnorm(20, rep(0:1, each = 10)), 1)), "n3" = list(c(1, 2, 4), c(3, 5, 4)), "offset" = list(1e9 + c(1, 2, 3, 5, 8) / 8, 1e9 + c(3, 1, 4, 9, 5) / 8), "n5" = list(c(1, 2, 3, 4, 5), c(1, 3, 2, 5, 4)))
for (case in names(pairs)) {
  x <- pairs[[case]][[1]]; y <- pairs[[case]][[2]]; input(case, "x", x); input(case, "y", y); n <- length(x)
  for (method in c("pearson", "spearman", "kendall")) {
    t <- cor.test(x, y, method = method)
    expect(case, paste0(method, ".estimate"), t$estimate, paste0("cor.test(method = '", method, "')")); expect(case, paste0(method, ".p"), t$p.value)
    for (alt in c("greater", "less")) expect(case, paste0(method, "-", alt, ".p"), cor.test(x, y, method = method, alternative = alt)$p.value)
    if (method == "pearson" && n > 3) { expect(case, "pearson.ci.lower", t$conf.int[1]); expect(case, "pearson.ci.upper", t$conf.int[2]); expect(case, "pearson.statistic", t$statistic); expect(case, "pearson.df", t$parameter) }
    if (method == "spearman" && n > 3) { r <- t$estimate; h <- qnorm(.975) * sqrt((1 + r^2 / 2) / (n - 3)); expect(case, "spearman.ci.lower", tanh(atanh(r) - h), "Bonett and Wright"); expect(case, "spearman.ci.upper", tanh(atanh(r) + h)) }
    if (method == "kendall" && n > 4) { r <- t$estimate; h <- qnorm(.975) * sqrt(.437 / (n - 4)); expect(case, "kendall.ci.lower", tanh(atanh(r) - h), "Bonett and Wright") }
  }
}
z <- rnorm(25); w <- rnorm(25); x <- z + rnorm(25); y <- z - w + rnorm(25)
input("partial", "x", x); input("partial", "y", y); input("partial", "z", z); input("partial", "w", w)
r <- cor(resid(lm(x ~ z + w)), resid(lm(y ~ z + w))); expect("partial", "estimate", r, "cor of residuals"); expect("partial", "df", 21); expect("partial", "p", 2 * pt(-abs(r * sqrt(21 / (1 - r^2))), 21))
reference_close()

reference_open("k-groups.tsv")
sets <- list("plants" = split(PlantGrowth$weight, PlantGrowth$group), "sprays" = split(InsectSprays$count, InsectSprays$spray), "air" = split(airquality$Ozone[!is.na(airquality$Ozone)], airquality$Month[!is.na(airquality$Ozone)]),
  "two" = list(a = c(1, 3, 2, 5), b = c(4, 6, 8, 7, 9)), "unbalanced" = list(a = c(1, 2), b = c(2, 3, 9, 4, 5), c = c(7, 8, 8)))
for (case in names(sets)) {
  g <- sets[[case]]; names(g) <- letters[seq_along(g)]; for (k in names(g)) input(case, k, g[[k]])
  d <- data.frame(v = unlist(g), f = factor(rep(names(g), lengths(g))))
  a <- anova(lm(v ~ f, d)); expect(case, "anova.statistic", a$F[1], "anova(lm(v ~ f))"); expect(case, "anova.p", a$Pr[1]); expect(case, "anova.df2", a$Df[2]); expect(case, "anova.eta-squared", a$Sum[1] / sum(a$Sum))
  w <- oneway.test(v ~ f, d); expect(case, "welch.statistic", w$statistic, "oneway.test"); expect(case, "welch.df2", w$parameter[2]); expect(case, "welch.p", w$p.value)
  k <- kruskal.test(v ~ f, d); expect(case, "kw.statistic", k$statistic, "kruskal.test"); expect(case, "kw.p", k$p.value)
  if (length(g) > 2) { t <- TukeyHSD(aov(v ~ f, d))$f
    for (r in rownames(t)) { s <- sub("-", "-vs-", r); expect(case, paste0("tukey.", s, ".estimate"), t[r, 1], "TukeyHSD"); expect(case, paste0("tukey.", s, ".ci.lower"), t[r, 2]); expect(case, paste0("tukey.", s, ".ci.upper"), t[r, 3]); expect(case, paste0("tukey.", s, ".p"), t[r, 4]) } }
  N <- nrow(d); rk <- rank(d$v); m <- tapply(rk, d$f, mean); n <- table(d$f); tt <- table(d$v); v <- N * (N + 1) / 12 - sum(tt^3 - tt) / (12 * (N - 1)); ps <- c(); zs <- c(); nm <- c()
  for (i in seq_along(g)) for (j in seq_along(g)) if (i < j) { z <- (m[j] - m[i]) / sqrt(v * (1 / n[i] + 1 / n[j])); zs <- c(zs, z); ps <- c(ps, 2 * pnorm(-abs(z))); nm <- c(nm, paste0(letters[j], "-vs-", letters[i])) }
  h <- p.adjust(ps, "holm"); for (i in seq_along(nm)) { expect(case, paste0("dunn.", nm[i], ".statistic"), zs[i], "by ranks"); expect(case, paste0("dunn.", nm[i], ".p"), h[i], "p.adjust(holm)") }
}
rb <- matrix(c(5.40, 5.50, 5.55, 5.85, 5.70, 5.75, 5.20, 5.60, 5.50, 5.55, 5.50, 5.40, 5.90, 5.85, 5.70, 5.45, 5.55, 5.60, 5.40, 5.40, 5.35, 5.45, 5.50, 5.35, 5.25, 5.15, 5.00, 5.85, 5.80, 5.70), ncol = 3, byrow = TRUE)
for (j in 1:3) input("friedman", letters[j], rb[, j]); f <- friedman.test(rb); expect("friedman", "friedman.statistic", f$statistic, "friedman.test"); expect("friedman", "friedman.p", f$p.value)
p <- c(.01, .04, .03, .005, .2, .8, .04, 1); input("adjust", "p", p)
for (m in c("bonferroni", "holm", "hochberg", "BH", "BY")) input("adjust", tolower(m), p.adjust(p, m))
for (q in c(.5, 1, 2, 3.5, 5, 8)) for (k in c(2, 3, 6, 10)) for (df in c(2, 5, 20, 200)) expect("ptukey", paste(q, k, df, sep = "/"), ptukey(q, k, df, lower.tail = FALSE), "ptukey")
# ptukey is off by up to 1e-4 for few degrees of freedom (compare k = 2 with 2 pt(-q/sqrt(2), df)); the definition, integrated:
range_upper <- function(w, k) integrate(function(z) k * dnorm(z) * (pnorm(z)^(k - 1) - (pnorm(z) - pnorm(z - w))^(k - 1)), -Inf, Inf, rel.tol = 1e-12, subdivisions = 1000)$value
tukey <- function(q, k, df) integrate(function(s) vapply(s, function(u) exp(log(2) + df / 2 * log(df / 2) - lgamma(df / 2) + (df - 1) * log(u) - df * u^2 / 2) * range_upper(q * u, k), 0), 0, 1 + 16 / sqrt(df), rel.tol = 1e-11, subdivisions = 1000)$value
for (q in c(.5, 2, 3.5, 8)) for (k in c(3, 6)) for (df in c(2, 5, 7, 20)) expect("tukey", paste(q, k, df, sep = "/"), tukey(q, k, df), "nested integrate()")
for (t in c(-2, -.5, 0, .7, 3, 8)) for (df in c(1, 4.5, 30)) for (ncp in c(-3, -.5, 0, 1, 5)) expect("noncentral-t", paste(t, df, ncp, sep = "/"), pt(t, df, ncp), "pt(ncp)")
reference_close()
