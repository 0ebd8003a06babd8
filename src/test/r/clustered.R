source("src/test/r/reference.R")
suppressMessages(library(lme4))
reference_open("clustered.tsv", "lme4")
set.seed(1982); g <- rep(1:18, times = c(3, 5, 8, 2, 6, 6, 4, 7, 3, 5, 5, 6, 9, 2, 4, 5, 6, 4)); n <- length(g)
d <- data.frame(g = g, x = round(rnorm(n), 2), arm = as.integer(g %% 2)); d$y <- round(5 + d$x + .8 * d$arm + rnorm(18, 0, 1.2)[g] + rnorm(n), 2); d$b <- rbinom(n, 1, plogis(-.3 + .8 * d$arm + rnorm(18, 0, .8)[g])); d$z <- round(rnorm(n), 2); d$count <- rpois(n, exp(.2 + .3 * d$arm + rnorm(18, 0, .3)[g]))
for (v in names(d)) input("data", v, d[[v]])
X <- cbind(1, d$x, d$arm)
# lme4's optimiser stops near 1e-6; its criterion, minimised in one dimension to the last digits:
crit <- function(l, y, reml) { A <- 0; b <- 0; ld <- 0; for (k in unique(g)) { i <- g == k; V <- diag(sum(i)) + l; W <- solve(V); A <- A + t(X[i, ]) %*% W %*% X[i, ]; b <- b + t(X[i, ]) %*% W %*% y[i]; ld <- ld + determinant(V)$modulus }
  beta <- solve(A, b); r <- y - X %*% beta; q <- 0; for (k in unique(g)) { i <- g == k; q <- q + t(r[i]) %*% solve(diag(sum(i)) + l, r[i]) }
  m <- if (reml) n - 3 else n; list(dev = as.numeric(m * (1 + log(2 * pi * q / m)) + ld + (if (reml) determinant(A)$modulus else 0)), beta = as.numeric(beta), s2 = as.numeric(q / m), se = sqrt(diag(solve(A)) * as.numeric(q / m))) }
for (reml in c(TRUE, FALSE)) { case <- if (reml) "reml" else "ml"
  o <- optimize(function(t) crit(exp(t), d$y, reml)$dev, c(-4, 4), tol = 1e-14); l <- exp(o$minimum); f <- crit(l, d$y, reml)
  for (j in 1:3) { k <- c("intercept", "x", "arm")[j]; expect(case, paste0(k, ".estimate"), f$beta[j], "profile criterion by optimize()"); expect(case, paste0(k, ".se"), f$se[j]) }
  expect(case, "sd-between", sqrt(l * f$s2)); expect(case, "sd-within", sqrt(f$s2)); expect(case, "log-likelihood", -f$dev / 2)
  m <- lmer(y ~ x + arm + (1 | g), d, REML = reml); b <- fixef(m); expect(paste0("lme4-", case), "x.estimate", b["x"], "lmer"); expect(paste0("lme4-", case), "arm.se", sqrt(vcov(m)[3, 3])); expect(paste0("lme4-", case), "log-likelihood", as.numeric(logLik(m))); expect(paste0("lme4-", case), "sd-between", sqrt(VarCorr(m)$g[1])) }
gee <- function(y, mean, variance, start) { b <- start; p <- 3
  for (it in 1:400) { mu <- mean(X %*% b); v <- variance(mu); r <- (y - mu) / sqrt(v); phi <- sum(r^2) / (n - p); num <- 0; pairs <- 0
    for (k in unique(g)) { i <- g == k; s <- r[i]; num <- num + (sum(s)^2 - sum(s^2)) / 2; pairs <- pairs + sum(i) * (sum(i) - 1) / 2 }
    a <- num / (pairs - p) / phi; A <- 0; u <- 0; M <- 0
    for (k in unique(g)) { i <- g == k; D <- X[i, , drop = FALSE] * as.numeric(v[i]); R <- diag(sum(i)) * (1 - a) + a; W <- solve(diag(sqrt(v[i]), sum(i)) %*% R %*% diag(sqrt(v[i]), sum(i))); A <- A + t(D) %*% W %*% D; s <- t(D) %*% W %*% (y[i] - mu[i]); u <- u + s; M <- M + s %*% t(s) }
    b <- b + solve(A, u) }
  list(b = as.numeric(b), se = sqrt(diag(solve(A) %*% M %*% solve(A))), a = a, phi = phi) }
put <- function(case, f) { for (j in 1:3) { k <- c("intercept", "x", "arm")[j]; expect(case, paste0(k, if (case == "gee-linear") ".estimate" else ".coefficient"), f$b[j], "estimating equations by matrices"); expect(case, paste0(k, ".se"), f$se[j]) }; expect(case, "correlation", f$a); expect(case, "scale", f$phi) }
put("gee-linear", gee(d$y, function(e) e, function(m) rep(1, n), c(5, 1, 0)))
put("gee-logistic", gee(d$b, plogis, function(m) m * (1 - m), c(0, 0, 0))); put("gee-poisson", gee(d$count, exp, function(m) m, c(0, 0, 0)))
reference_close()
