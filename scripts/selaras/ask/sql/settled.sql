-- Whether an answer settles the verdict, whatever it is (`always`) or if it is a certain one.
-- One row per situation and question, or pair of questions.
select
    world.situation_id,
    world.first_label,
    world.first_question,
    world.second_label,
    world.second_question,
    bool_and(outcome.verdict <> 'undetermined') as always,
    bool_or(outcome.verdict <> 'undetermined') as sometimes

from world
inner join outcome on world.world_id = outcome.world_id
group by all
