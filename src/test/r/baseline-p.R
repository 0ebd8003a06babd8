# How often a combined p of baseline rows accuses honest randomised trials. Prints the table of
# docs/decisions/baseline-p.md. Run from the project's root:
#   Rscript src/test/r/baseline-p.R
set.seed(20261122)
trials <- 4000
rows <- 10
p_of <- function(m1, m2, s1, s2, n) {
  t <- abs(m1 - m2) / sqrt((s1^2 + s2^2) / n)
  2 * pt(-t, 2 * n - 2)
}
stouffer <- function(p) pnorm(sum(qnorm(pmin(pmax(p, 1e-12), 1 - 1e-12))) / sqrt(length(p)))
one <- function(n, rho, sd, digits, skewed) {
  draw <- function() {
    x <- sqrt(rho) * matrix(rnorm(n), n, rows) + sqrt(1 - rho) * matrix(rnorm(n * rows), n, rows)
    sd * if (skewed) exp(x) else x
  }
  a <- draw(); b <- draw()
  m1 <- round(colMeans(a), digits); m2 <- round(colMeans(b), digits)
  s1 <- pmax(round(apply(a, 2, sd_of), digits), 10^-digits); s2 <- pmax(round(apply(b, 2, sd_of), digits), 10^-digits)
  u <- 10^-digits / 2
  gap <- abs(m1 - m2)
  printed <- p_of(m1, m2, s1, s2, n)
  high <- p_of(0, pmax(0, gap - 2 * u), s1 + u, s2 + u, n)
  low <- p_of(0, gap + 2 * u, pmax(s1 - u, u / 10), pmax(s2 - u, u / 10), n)
  c(stouffer(printed), stouffer(low), stouffer(high))
}
sd_of <- function(x) sqrt(sum((x - mean(x))^2) / (length(x) - 1))
cat(sprintf("%-44s %14s %14s\n", "honest trials, 10 rows, 2 arms", "as printed", "whole range"))
for (case in list(
  list("n = 50, independent, fine printing", 50, 0, 10, 2, FALSE),
  list("n = 50, rows correlated 0.3", 50, 0.3, 10, 2, FALSE),
  list("n = 50, rows correlated 0.5", 50, 0.5, 10, 2, FALSE),
  list("n = 50, correlated 0.3, skewed", 50, 0.3, 10, 2, TRUE),
  list("n = 200, independent, SD 3 in whole numbers", 200, 0, 3, 0, FALSE),
  list("n = 200, correlated 0.3, SD 3, whole numbers", 200, 0.3, 3, 0, FALSE)
)) {
  p <- replicate(trials, one(case[[2]], case[[3]], case[[4]], case[[5]], case[[6]]))
  two <- function(p) 2 * pmin(p, 1 - p)
  printed <- mean(two(p[1, ]) < 0.001)
  # the whole range of what may have been rounded lies on one side
  surely <- mean(pmax(two(p[2, ]), two(p[3, ])) < 0.001 & (p[2, ] > 0.5) == (p[3, ] > 0.5))
  cat(sprintf("%-44s %13.2f%% %13.2f%%\n", case[[1]], 100 * printed, 100 * surely))
}
