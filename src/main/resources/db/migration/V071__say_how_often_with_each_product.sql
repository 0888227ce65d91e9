create table side_effect_band (
    side_effect_id uuid not null constraint side_effect_band_side_effect_fk references side_effect on delete cascade,
    position integer not null,
    product text not null constraint side_effect_band_product_known check (product in ('KETAMINE_INFUSION', 'KETAMINE_ANAESTHESIA', 'KETAMINE_NON_MEDICAL', 'KETAMINE_INJECTION', 'ESKETAMINE_NASAL_SPRAY', 'ESKETAMINE_INFUSION', 'ESKETAMINE_ORAL', 'KETAMINE_SUBCUTANEOUS', 'KETAMINE_ORAL', 'KETAMINE_INTRANASAL', 'KETAMINE_PARENTERAL')),
    band text not null constraint side_effect_band_band_known check (band in ('VERY_COMMON', 'COMMON', 'UNCOMMON', 'RARE', 'VERY_RARE')),
    constraint side_effect_band_pk primary key (side_effect_id, position),
    constraint side_effect_band_once unique (side_effect_id, product)
);
