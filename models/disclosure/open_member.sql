with

atom as (

    select * from {{ ref('open_atom') }}

),

region as (

    select * from {{ ref('open_region') }}

),

past as (

    select * from {{ ref('open_past_atom') }}

),

cell as (

    select * from {{ ref('open_cell') }}

),

mixture as (

    select
        subject,
        programme_id,
        atom,
        cut_kind,
        cut
    from atom

    union

    select
        subject,
        programme_id,
        atom,
        cut_kind,
        cut
    from past

),

place as (

    select distinct region_code from region

),

-- Every group that occurs in Jakarta in every kelurahan, also where nobody is in it.
possible as (

    select
        mixture.subject,
        mixture.programme_id,
        mixture.atom,
        mixture.cut_kind,
        mixture.cut,
        place.region_code

    from mixture
    cross join place

)

select
    possible.subject,
    possible.programme_id,
    concat_ws('|', possible.region_code, possible.atom) as atom_id,
    cell.cell_id,
    coalesce(atom.unit_count, 0) as unit_count,
    coalesce(atom.amount, 0) as amount,
    coalesce(past.unit_count, 0) as past_unit_count

from possible
inner join region
    on possible.region_code = region.region_code
inner join cell
    on
        possible.subject = cell.subject
        and possible.programme_id = cell.programme_id
        and possible.cut_kind = cell.cut_kind
        and possible.cut = cell.cut
        and region.region_level = cell.region_level
        and region.place_code = cell.place_code
left join atom
    on
        possible.subject = atom.subject
        and possible.programme_id = atom.programme_id
        and possible.region_code = atom.region_code
        and possible.atom = atom.atom
        and possible.cut_kind = atom.cut_kind
left join past
    on
        possible.subject = past.subject
        and possible.programme_id = past.programme_id
        and possible.region_code = past.region_code
        and possible.atom = past.atom
        and possible.cut_kind = past.cut_kind
