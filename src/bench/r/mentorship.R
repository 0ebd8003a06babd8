# The same statistics by hand-written counting in R: Rscript src/bench/r/mentorship.R FILE [stock]
suppressMessages(library(data.table))
args <- commandArgs(TRUE); start <- proc.time()[[3]]
d <- fread(args[1]); setDTthreads(2)
for (s in c("ee", "dp", "pa")) {
  change <- d[[paste0(s, "1")]] - d[[paste0(s, "0")]]; x <- change[d$arm == 1]; y <- change[d$arm == 0]
  print(quantile(x)); print(quantile(y))
  if (length(args) > 1) print(wilcox.test(x, y, conf.int = TRUE)) else {
    v <- sort(unique(change)); cx <- tabulate(match(x, v), length(v)); cy <- tabulate(match(y, v), length(v))
    diffs <- outer(v, v, "-"); w <- outer(as.numeric(cx), as.numeric(cy)); o <- order(diffs); cum <- cumsum(w[o]); n1 <- sum(cx); n2 <- sum(cy); N <- n1 + n2; M <- as.numeric(n1) * n2
    W <- sum(as.numeric(cx) * (cumsum(as.numeric(cy)) - cy / 2)); t <- as.numeric(cx + cy); sd <- sqrt(M / 12 * (N + 1 - sum(t^3 - t) / (N * (N - 1))))
    z <- (W - M / 2 - sign(W - M / 2) * .5) / sd; s0 <- sqrt(M / 12 * (N + 1 - (sum(as.numeric(cx)^3 - cx) + sum(as.numeric(cy)^3 - cy)) / (N * (N - 1)))); k <- ceiling(M / 2 - .5 - qnorm(.975) * s0)
    print(c(diffs[o][which(cum >= (M + 1) / 2)[1]], diffs[o][which(cum >= k)[1]], diffs[o][which(cum >= M + 1 - k)[1]], 2 * pnorm(-abs(z))))
  }
  print(coef(summary(lm(change ~ arm + d[[paste0(s, "0")]] + age + site, d, model = FALSE)))["arm", 1:2])
}
print(prop.test(sum(d$positive), nrow(d), correct = FALSE)$conf.int); print(prop.test(sum(d$lessstress), nrow(d), correct = FALSE)$conf.int)
cat("seconds", round(proc.time()[[3]] - start, 2), "\n")
