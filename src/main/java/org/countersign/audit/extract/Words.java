package org.countersign.audit.extract;

import java.util.Locale;
import java.util.Set;

/** The words that reports are written with; lookups only, so that no order can reach the output. */
final class Words {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "vs", "al", "fig", "figs", "no", "nos", "approx", "ca", "resp", "dr", "st", "eq", "cf", "incl", "tab",
            "ref", "etc", "prof", "mr", "mrs", "ms", "vol", "pp");

    private static final Set<String> UNITS = Set.of(
            "mm",
            "hg",
            "mmhg",
            "cm",
            "m",
            "km",
            "kg",
            "g",
            "mg",
            "ug",
            "ng",
            "ml",
            "dl",
            "l",
            "mmol",
            "mol",
            "point",
            "points",
            "percentage",
            "percent",
            "year",
            "years",
            "yr",
            "yrs",
            "month",
            "months",
            "week",
            "weeks",
            "day",
            "days",
            "hour",
            "hours",
            "h",
            "hr",
            "min",
            "minute",
            "minutes",
            "s",
            "sec",
            "seconds",
            "bpm",
            "beats",
            "per",
            "units",
            "unit",
            "score",
            "kcal",
            "steps",
            "meters",
            "metres",
            "letters",
            "events",
            "mm3",
            "kpa",
            "pg",
            "iu",
            "cells",
            "visits",
            "patients",
            "participants",
            "items",
            "times",
            "kg/m2",
            "pp");

    private static final Set<String> GROUPS = Set.of(
            "intervention",
            "control",
            "controls",
            "placebo",
            "treatment",
            "treated",
            "untreated",
            "comparison",
            "comparator",
            "experimental",
            "usual",
            "standard",
            "group",
            "groups",
            "arm",
            "arms",
            "cohort",
            "active",
            "sham",
            "waitlist",
            "wait-list",
            "waiting",
            "men",
            "women",
            "male",
            "males",
            "female",
            "females",
            "boys",
            "girls",
            "cases",
            "exposed",
            "unexposed");

    private static final Set<String> PERSONS = Set.of(
            "patients",
            "participants",
            "students",
            "subjects",
            "adults",
            "children",
            "women",
            "men",
            "people",
            "individuals",
            "volunteers",
            "residents",
            "infants",
            "nurses",
            "physicians",
            "teachers",
            "respondents",
            "mentors",
            "veterans",
            "persons",
            "adolescents",
            "pupils",
            "trainees",
            "learners",
            "clinicians",
            "parents",
            "neonates",
            "mothers",
            "families",
            "workers",
            "eyes",
            "knees",
            "schools",
            "practices",
            "clusters");

    private static final Set<String> ALLOCATION = Set.of(
            "randomized",
            "randomised",
            "randomly",
            "assigned",
            "allocated",
            "divided",
            "split",
            "randomization",
            "randomisation",
            "enrolled",
            "comprised",
            "total");

    /** Capitals that name a statistic, not an outcome. */
    private static final Set<String> STATISTICS = Set.of(
            "CI", "CIS", "SD", "SE", "SEM", "IQR", "RR", "OR", "HR", "IRR", "MD", "RD", "SMD", "AOR", "AHR", "ARR",
            "NNT", "ITT", "ANOVA", "ANCOVA", "GEE", "RCT", "US", "UK", "USA", "VS", "CRI", "DF", "NS", "ICC", "PR",
            "ARD", "CL", "HPD", "HDI", "II", "III", "IV", "AND");

    /** Words before two numbers and a slash that are no count of a total. */
    private static final Set<String> SCALE_NAMES = Set.of(
            "grade",
            "grades",
            "stage",
            "stages",
            "phase",
            "class",
            "level",
            "levels",
            "ecog",
            "nyha",
            "acuity",
            "vision",
            "pressure",
            "bp",
            "mallampati",
            "gleason",
            "score",
            "scores",
            "type",
            "ratio",
            "date",
            "day",
            "week",
            "version");

    private static final Set<String> MALE = Set.of("men", "male", "males", "boys");

    private static final Set<String> FEMALE = Set.of("women", "female", "females", "girls");

    private static final Set<String> COMPARATORS = Set.of(
            "control",
            "controls",
            "placebo",
            "comparison",
            "comparator",
            "usual",
            "standard",
            "sham",
            "waitlist",
            "wait-list",
            "waiting",
            "untreated",
            "unexposed");

    private static final Set<String> FILLERS = Set.of(
            "score",
            "scores",
            "subscale",
            "subscales",
            "scale",
            "scales",
            "of",
            "was",
            "were",
            "the",
            "is",
            "value",
            "values",
            "change",
            "changes",
            "in",
            "total",
            "a",
            "an",
            "to",
            "for",
            "had",
            "and",
            "on",
            "at",
            "by",
            "from",
            "with",
            "iqr",
            "interquartile",
            "range",
            "age",
            "mean",
            "median",
            "medians");

    private static final Set<String> TRIGGERS = Set.of(
            "t",
            "z",
            "f",
            "r",
            "q",
            "qb",
            "qw",
            "\u03c7",
            "chi",
            "\u03c72",
            "\u03c7\u00b2",
            "x2",
            "x\u00b2",
            "v2",
            "c2",
            "chi2",
            "chi-square",
            "chi-squared",
            "chisq",
            "kappa",
            "\u03ba",
            "icc",
            "alpha",
            "\u03b1",
            "rho",
            "\u03c1",
            "p",
            "p-value",
            "median",
            "medians",
            "mdn");

    private Words() {}

    static boolean isDash(char c) {
        return c == '-'
                || c == '\u2212'
                || c == '\u2013'
                || c == '\u2010'
                || c == '\u2011'
                || c == '\u2014'
                || c == '\u2012';
    }

    static boolean isAbbreviation(String word) {
        return word.length() <= 6 && ABBREVIATIONS.contains(lower(word));
    }

    static boolean isUnit(String word) {
        return word.length() <= 12 && UNITS.contains(lower(word));
    }

    static boolean isGroup(String word) {
        return word.length() <= 12 && GROUPS.contains(lower(word));
    }

    static boolean isScaleName(String lower) {
        return SCALE_NAMES.contains(lower);
    }

    static boolean isMale(String lower) {
        return MALE.contains(lower);
    }

    static boolean isFemale(String lower) {
        return FEMALE.contains(lower);
    }

    /** Whether a group of this name is what another is compared with. */
    static boolean isComparator(String lower) {
        return COMPARATORS.contains(lower);
    }

    static boolean isPersons(String word) {
        return word.length() <= 12 && PERSONS.contains(lower(word));
    }

    static boolean isAllocation(String word) {
        return word.length() <= 13 && ALLOCATION.contains(lower(word));
    }

    static boolean isFiller(String word) {
        return word.length() <= 13 && FILLERS.contains(lower(word));
    }

    /** Two to six capitals that are not a statistic's: "EE", "PHQ-9". */
    static boolean isAcronym(String word) {
        int capitals = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                capitals++;
            } else if (c != '-' && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return capitals >= 2 && word.length() <= 8 && !STATISTICS.contains(word);
    }

    /** Whether a result may start at a word of this spelling, given in lower case. */
    static boolean startsResult(String lower) {
        return TRIGGERS.contains(lower)
                || lower.length() > 1
                        && (lower.charAt(0) == 't' || lower.charAt(0) == 'f')
                        && lower.charAt(1) >= '0'
                        && lower.charAt(1) <= '9';
    }

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
