with

atom as (

    select * from {{ ref('open_atom') }}

),

region as (

    select * from {{ ref('open_region') }}

),

cell as (

    select * from {{ ref('open_cell') }}

),

-- Every smallest place with every mixture of cuts that occurs in Jakarta, also where nobody is.
possible as (

    select distinct
        atom.subject,
        atom.programme_id,
        atom.atom,
        atom.cut_kind,
        atom.cut,
        place.region_code

    from atom
    cross join (select distinct region_code from region) as place

)

select
    possible.subject,
    possible.programme_id,
    concat_ws('|', possible.region_code, possible.atom) as atom_id,
    cell.cell_id,
    coalesce(atom.unit_count, 0) as unit_count,
    coalesce(atom.amount, 0) as amount

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
