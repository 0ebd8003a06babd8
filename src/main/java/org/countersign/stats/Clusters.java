package org.countersign.stats;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rows gathered by cluster, clusters numbered in the order of their first row. */
final class Clusters {

    private final int[] clusterOfRow;
    private final int[] sizes;

    Clusters(int[] codes) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        clusterOfRow = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            int next = numbers.size();
            clusterOfRow[i] = numbers.computeIfAbsent(codes[i], code -> next);
        }
        sizes = new int[numbers.size()];
        for (int cluster : clusterOfRow) {
            sizes[cluster]++;
        }
    }

    int count() {
        return sizes.length;
    }

    int of(int row) {
        return clusterOfRow[row];
    }

    int size(int cluster) {
        return sizes[cluster];
    }
}
