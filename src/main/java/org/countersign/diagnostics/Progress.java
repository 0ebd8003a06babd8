package org.countersign.diagnostics;

/** Is told how far long work has come. May be called often and from any thread. */
@FunctionalInterface
public interface Progress {

    /** For work that nobody watches. */
    Progress NONE = (what, done, of) -> {};

    /**
     * @param what is being done, such as {@code reading data/patients.csv}
     * @param done of it, from 0
     * @param of the whole; 0 where it is not known
     */
    void at(String what, long done, long of);
}
