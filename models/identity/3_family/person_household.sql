select
    placed.person_id,
    card.household_id

from {{ ref('person_card') }} as placed
inner join {{ ref('family_card') }} as card
    on placed.no_kk = card.no_kk
