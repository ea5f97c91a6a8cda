package traces.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges two lists: all elements of the first in its order; an element of the second alone follows the shared element
 * before it, or precedes the first shared element.
 *
 * <pre>
 *   [user, order, score] and [cache, user, price, order] -> [cache, user, price, order, score]
 * </pre>
 */
final class OrderedMerge {

    private OrderedMerge() {}

    static <T> List<T> of(List<T> first, List<T> second) {
        Set<T> inFirst = new LinkedHashSet<>(first);
        Optional<T> firstShared = second.stream().filter(inFirst::contains).findFirst();
        List<T> before = new ArrayList<>();
        Map<T, List<T>> behind = new HashMap<>();
        List<T> place = before;
        for (T one : second) {
            if (inFirst.contains(one)) {
                place = behind.computeIfAbsent(one, key -> new ArrayList<>());
            } else {
                place.add(one);
            }
        }
        List<T> all = new ArrayList<>();
        for (T one : inFirst) {
            all.addAll(firstShared.filter(one::equals).isPresent() ? before : List.of());
            all.add(one);
            all.addAll(behind.getOrDefault(one, List.of()));
        }
        all.addAll(firstShared.isPresent() ? List.of() : before);
        return all;
    }
}
