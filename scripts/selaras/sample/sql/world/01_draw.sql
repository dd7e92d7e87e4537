-- Counter-based randomness: the same seed, question and key give the same draw,
-- whatever the order or the number of threads.
create macro bits(what, key) as
    hash(xor(hash(cast(key as bigint)), hash(getvariable('seed'), what)));

create macro draw(what, key) as
    cast(bits(what, key) >> 11 as double) / 9007199254740992.0;

create macro pick(what, key, n) as cast(bits(what, key) % n as bigint);

create macro choose(what, key, words) as words[1 + pick(what, key, len(words))];

-- True at the given rate, but never in a clean sample.
create macro goes_wrong(what, key, rate) as
    not getvariable('clean') and draw(what, key) < rate;
