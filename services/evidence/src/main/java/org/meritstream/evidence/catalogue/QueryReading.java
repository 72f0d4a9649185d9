package org.meritstream.evidence.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.evidence.catalogue.CatalogueQuery.Fault;
import org.meritstream.evidence.catalogue.CatalogueQuery.Reading;
import org.meritstream.evidence.catalogue.CatalogueQuery.Unit;
import org.meritstream.evidence.catalogue.CatalogueQuery.Workload;
import org.meritstream.evidence.judgement.Phrase;

/**
 * Reads the parameters of a search as a form or a program sends them. Empty ones are left aside, as a form sends its empty fields; unknown
 * ones too, because links get further parameters on their way.
 */
final class QueryReading {
    static final String WORDS = "q";
    static final String SKILL = "skill";
    static final String LEVEL = "level";
    static final String FROM = "workloadFrom";
    static final String TO = "workloadTo";
    static final String UNIT = "workloadIn";
    static final String LANGUAGE = "language";
    static final String TENANT = "tenant";
    static final String VERSIONS = "versions";
    static final String AFTER = "after";
    static final String LIMIT = "limit";
    /** Every parameter of a search, in the order of its address. */
    static final List<String> NAMES =
            List.of(WORDS, SKILL, LEVEL, FROM, TO, UNIT, LANGUAGE, TENANT, VERSIONS, AFTER, LIMIT);

    /** Those beside the words. */
    static final List<String> NARROWING = List.of(SKILL, LEVEL, FROM, TO, LANGUAGE, TENANT);

    static final int LONGEST = 200;
    private static final int MOST_VALUES = 20;
    private static final int MOST = 50;
    private static final int USUAL = 20;
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
    private static final Pattern TENANT_NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,6}([.,][0-9]{1,2})?");
    private static final Pattern PLACE = Pattern.compile("([a-z0-9-]{1,40})\\.([a-z0-9_-]{1,100})\\.([1-9][0-9]{0,8})");

    private final Map<String, List<String>> given;
    private final List<Fault> faults = new ArrayList<>();

    private QueryReading(Map<String, List<String>> given) {
        this.given = given;
    }

    /** A row as the parameter {@code after} names it. */
    static String place(AchievementPublished last) {
        return PublicAddress.id(last.tenant(), last.achievement()) + "." + last.version();
    }

    static Reading of(Map<String, List<String>> parameters) {
        QueryReading reading = new QueryReading(parameters);
        CatalogueQuery query = reading.query();
        return reading.faults.isEmpty() ? new Reading.Sound(query) : new Reading.Faulty(List.copyOf(reading.faults));
    }

    private CatalogueQuery query() {
        return new CatalogueQuery(
                text(WORDS),
                text(SKILL),
                values(LEVEL, Pattern.compile("[1-8]")).stream()
                        .map(Integer::valueOf)
                        .toList(),
                workload(),
                values(LANGUAGE, LANGUAGE_TAG).stream()
                        .map(tag -> tag.toLowerCase(Locale.ROOT))
                        .toList(),
                values(TENANT, TENANT_NAME),
                "all".equals(one(VERSIONS, Pattern.compile("all|newest"))),
                after(),
                limit());
    }

    /** The values of a parameter that are not empty. */
    private List<String> values(String parameter) {
        return given.getOrDefault(parameter, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> values(String parameter, Pattern form) {
        List<String> values = values(parameter);
        if (values.size() > MOST_VALUES) {
            return refused(
                    new Fault(parameter, Phrase.of("catalogue.fault.too-many", "most", String.valueOf(MOST_VALUES))));
        }
        if (!values.stream().allMatch(value -> form.matcher(value).matches())) {
            return refused(new Fault(parameter, Phrase.of("catalogue.fault." + parameter)));
        }
        return values;
    }

    private List<String> refused(Fault fault) {
        faults.add(fault);
        return List.of();
    }

    /** The first value; whoever sends several of what there is one of means the first. */
    private @Nullable String one(String parameter, Pattern form) {
        List<String> values = values(parameter, form);
        return values.isEmpty() ? null : values.getFirst();
    }

    private @Nullable String text(String parameter) {
        List<String> values = values(parameter);
        if (values.isEmpty()) {
            return null;
        }
        String text = values.getFirst();
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl) || halfPair(text)) {
            faults.add(new Fault(parameter, Phrase.of("catalogue.fault.text", "longest", String.valueOf(LONGEST))));
            return null;
        }
        return text;
    }

    /** Half a surrogate pair is no character that a store could keep. */
    private static boolean halfPair(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private @Nullable Workload workload() {
        BigDecimal from = amount(FROM);
        BigDecimal to = amount(TO);
        Unit unit = "hours".equals(one(UNIT, Pattern.compile("ects|hours"))) ? Unit.HOURS : Unit.ECTS;
        if (from != null && to != null && from.compareTo(to) > 0) {
            faults.add(new Fault(FROM, Phrase.of("catalogue.fault.range")));
        }
        return from == null && to == null ? null : new Workload(unit, from, to);
    }

    private @Nullable BigDecimal amount(String parameter) {
        List<String> values = values(parameter);
        if (values.isEmpty()) {
            return null;
        }
        if (!AMOUNT.matcher(values.getFirst()).matches()) {
            faults.add(new Fault(parameter, Phrase.of("catalogue.fault.amount")));
            return null;
        }
        return new BigDecimal(values.getFirst().replace(',', '.'));
    }

    private @Nullable AchievementKey after() {
        String place = one(AFTER, PLACE);
        if (place == null) {
            return null;
        }
        String[] parts = place.split("\\.", -1);
        return new AchievementKey(parts[0], parts[1], Integer.parseInt(parts[2]));
    }

    private int limit() {
        String limit = one(LIMIT, Pattern.compile("[1-9]|[1-4][0-9]|" + MOST));
        return limit == null ? USUAL : Integer.parseInt(limit);
    }
}
