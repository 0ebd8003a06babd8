source("src/test/r/reference.R")
suppressMessages(library(psych))
reference_open("reliability.tsv", "psych")
sf <- matrix(c(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7), ncol = 4, byrow = TRUE)
for (j in 1:4) input("icc", paste0("j", j), sf[, j])
icc <- ICC(sf, lmer = FALSE)$results; names <- c("icc-1-1", "icc-2-1", "icc-3-1", "icc-1-k", "icc-2-k", "icc-3-k")
for (i in 1:6) { expect("icc", paste0(names[i], ".estimate"), icc[i, "ICC"], "psych::ICC(lmer = FALSE)"); expect("icc", paste0(names[i], ".ci.lower"), icc[i, 7]); expect("icc", paste0(names[i], ".ci.upper"), icc[i, 8])
  expect("icc", paste0(names[i], ".statistic"), icc[i, "F"]); expect("icc", paste0(names[i], ".df2"), icc[i, "df2"]) }
set.seed(1999); f <- rnorm(120); m <- sapply(1:5, function(i) round(3 + (.6 + .1 * i) * f + rnorm(120)))
for (j in 1:5) input("omega", paste0("i", j), m[, j])
fa <- factanal(m, 1, control = list(opt = list(factr = 1, maxit = 10000, pgtol = 0))); l <- as.numeric(fa$loadings); s <- apply(m, 2, sd)
expect("omega", "standardised", sum(l)^2 / (sum(l)^2 + sum(fa$uniquenesses)), "factanal(m, 1)"); expect("omega", "estimate", sum(l * s)^2 / (sum(l * s)^2 + sum(fa$uniquenesses * s^2)))
fl <- matrix(c(0, 0, 0, 0, 14, 0, 2, 6, 4, 2, 0, 0, 3, 5, 6, 0, 3, 9, 2, 0, 2, 2, 8, 1, 1, 7, 7, 0, 0, 0, 3, 2, 6, 3, 0, 2, 5, 3, 2, 2, 6, 5, 2, 1, 0, 0, 2, 2, 3, 7), ncol = 5, byrow = TRUE)
input("fleiss", "rows", 10); input("fleiss", "cells", t(fl)); n <- 10; k <- 14; p <- colSums(fl) / sum(fl); po <- mean((rowSums(fl^2) - k) / (k * (k - 1))); pe <- sum(p^2); q <- 1 - p
expect("fleiss", "estimate", (po - pe) / (1 - pe), "formula"); expect("fleiss", "se", sqrt(2 / (sum(p * q)^2 * n * k * (k - 1)) * (sum(p * q)^2 - sum(p * q * (q - p)))), "Fleiss, Nee and Landis")
for (n in c(5, 20, 64)) for (d in c(.3, .5, 1)) { case <- paste("power", n, d, sep = "/"); expect(case, "two.power", power.t.test(n, d, strict = TRUE)$power, "power.t.test(strict = TRUE)"); expect(case, "one.power", power.t.test(n, d, type = "one.sample", strict = TRUE)$power)
  expect(case, "near", power.t.test(n, d)$power, "power.t.test"); expect(case, "prop.power", power.prop.test(n, .2, .2 + d / 2)$power, "power.prop.test") }
expect("size", "t", ceiling(power.t.test(delta = .5, power = .8, strict = TRUE)$n), "power.t.test(delta = .5, power = .8)"); expect("size", "prop", ceiling(power.prop.test(p1 = .2, p2 = .35, power = .9)$n), "power.prop.test")
reference_close()
