# Articles per second of R's statcheck on texts of the shape of AuditThroughput: 30 KB, 15 results each.
suppressMessages(library(statcheck))
prose <- c("The ward had twelve beds and two nurses on each shift, and the rota changed in spring. ",
           "We used a 5-item form (range 0-20), which takes about 3 minutes, and a visual scale. ")
results <- c("It differed between years, t(48) = 2.20, p = .03. ", "The curricula differed, F(2, 57) = 3.20, p = .04. ",
             "Attendance varied by site, chi2(1, N = 90) = 3.84, p = .05. ")
set.seed(1)
article <- function() {
  text <- ""
  read <- 0
  while (nchar(text) < 30000) {
    text <- paste0(text, paste(sample(prose, 20, TRUE), collapse = ""))
    if (read < 15) { text <- paste0(text, sample(results, 1)); read <- read + 1 }
  }
  substr(text, 1, 30000)
}
articles <- vapply(1:100, function(i) article(), "")
elapsed <- system.time(found <- suppressMessages(statcheck(articles, messages = FALSE)))[["elapsed"]]
cat(sprintf("%.0f articles per second (%d results in 100 articles)\n", 100 / elapsed, nrow(found)))
