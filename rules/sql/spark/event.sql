-- Digital Marketing Mentor, Prevent Policy: Speakers and events
-- Made by prevent build from the policy sha256:5fe2746ad502db2a535fa1a884e74272c72e9d3edf41fa4e0711b6a75fff7da8. Do not edit.
--
-- What is found of each event in the table requests, for Spark. The table
-- has a row for each request, and these columns (others do no harm):
--   `kind` STRING
--   `requested_by` STRING
--   `date` DATE
--   `reference` STRING
--   `received_on` DATE
--   `organiser` STRING
--   `speakers` ARRAY<STRUCT<`name`: STRING, `values`: STRING, `extremism_concern`: STRING>>
--   `outline` STRING
--   `presentation` STRING
--   `risk_assessment__completed` DATE
--   `approvals__managing_director__decision` STRING
--   `approvals__managing_director__date` DATE
--   `advice__managing_director__date` DATE
--   `advice__quality_director__date` DATE
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE TEMPORARY VIEW `prevent_event` AS
WITH `facts` AS (
  /* What each request says, and what is counted of it. */
  SELECT
    `kind`,
    `requested_by`,
    `date`,
    `reference`,
    `received_on`,
    `organiser`,
    `speakers`,
    `outline`,
    `presentation`,
    `risk_assessment__completed`,
    `approvals__managing_director__decision`,
    `approvals__managing_director__date`,
    `advice__managing_director__date`,
    `advice__quality_director__date`,
    COALESCE(ARRAY_SIZE(`speakers`), 0) AS `speakers_count`
  FROM `requests`
  WHERE
    `kind` = 'event'
), `days` AS (
  /* The days that are a period from another. */
  SELECT
    `facts`.*,
    ADD_MONTHS(`received_on`, 1) AS `received_on_plus_1_months`
  FROM `facts`
), `tests` AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    `days`.*,
    `speakers_count` >= 1
    AND `approvals__managing_director__decision` IS NOT DISTINCT FROM 'declined' AS `event-authorised/declined`, /* The Managing Director authorises guest speakers (clause 3.8): declined */
    `speakers_count` >= 1
    AND `approvals__managing_director__decision` IS DISTINCT FROM 'granted'
    AND `approvals__managing_director__decision` IS DISTINCT FROM 'declined' AS `event-authorised/missing`, /* The Managing Director authorises guest speakers (clause 3.8): missing */
    `requested_by` IS NOT DISTINCT FROM 'external-agency'
    AND `received_on` IS NULL
    AND COALESCE(`received_on_plus_1_months` > `date`, TRUE) AS `event-notice/missing`, /* External agencies give a month's notice (clause 3.8): missing */
    `requested_by` IS NOT DISTINCT FROM 'external-agency'
    AND COALESCE(`received_on_plus_1_months` > `date`, TRUE)
    AND NOT `received_on` IS NULL AS `event-notice/late`, /* External agencies give a month's notice (clause 3.8): late */
    `requested_by` IS NOT DISTINCT FROM 'external-agency'
    AND `organiser` IS NOT DISTINCT FROM 'unsure'
    AND `advice__managing_director__date` IS NULL
    AND `advice__quality_director__date` IS NULL AS `organiser-advice/missing`, /* If you are unsure of the organisation, ask for advice (clause 3.8): missing */
    `requested_by` IS NOT DISTINCT FROM 'external-agency'
    AND COALESCE(`outline` <> 'shared', FALSE)
    AND COALESCE(`outline` <> 'promised', FALSE) AS `event-outline/withheld`, /* An outline is shared before the event (clause 3.8): withheld */
    `requested_by` IS NOT DISTINCT FROM 'external-agency' AND `outline` IS NULL AS `event-outline/missing`, /* An outline is shared before the event (clause 3.8): missing */
    `requested_by` IS NOT DISTINCT FROM 'external-agency'
    AND COALESCE(`presentation` <> 'shared', FALSE)
    AND COALESCE(`presentation` <> 'promised', FALSE) AS `event-presentation/withheld`, /* The presentational content is shared before the event (clause 3.8): withheld */
    `requested_by` IS NOT DISTINCT FROM 'external-agency' AND `presentation` IS NULL AS `event-presentation/missing`, /* The presentational content is shared before the event (clause 3.8): missing */
    `requested_by` IS NOT DISTINCT FROM 'external-agency'
    AND NOT `risk_assessment__completed` IS NULL
    AND COALESCE(`risk_assessment__completed` > `date`, TRUE) AS `risk-assessment/late`, /* External bookings are risk-assessed (clause 3.8): late */
    `requested_by` IS NOT DISTINCT FROM 'external-agency'
    AND COALESCE(`risk_assessment__completed` > `date`, TRUE)
    AND `risk_assessment__completed` IS NULL AS `risk-assessment/missing`, /* External bookings are risk-assessed (clause 3.8): missing */
    `kind` IS NULL OR `requested_by` IS NULL OR `date` IS NULL AS `undecided`
  FROM `days`
), `decided` AS (
  /* The findings of the tests that hold. */
  SELECT
    `reference`,
    `kind`,
    CASE
      WHEN NOT `undecided`
      THEN CONCAT(
        FILTER(
          ARRAY(
            CASE
              WHEN `event-authorised/declined`
              THEN NAMED_STRUCT(
                'rule',
                'event-authorised',
                'failure',
                'declined',
                'outcome',
                'refused',
                'clause',
                '3.8',
                'who',
                ARRAY('managing-director'),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `event-authorised/missing`
              THEN NAMED_STRUCT(
                'rule',
                'event-authorised',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                ARRAY('managing-director'),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `event-notice/missing`
              THEN NAMED_STRUCT(
                'rule',
                'event-notice',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                ARRAY('managing-director'),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `event-notice/late`
              THEN NAMED_STRUCT(
                'rule',
                'event-notice',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                ARRAY('managing-director'),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `organiser-advice/missing`
              THEN NAMED_STRUCT(
                'rule',
                'organiser-advice',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                ARRAY('managing-director', 'quality-director'),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `event-outline/withheld`
              THEN NAMED_STRUCT(
                'rule',
                'event-outline',
                'failure',
                'withheld',
                'outcome',
                'referred',
                'clause',
                '3.8',
                'who',
                ARRAY('managing-director', 'quality-director'),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `event-outline/missing`
              THEN NAMED_STRUCT(
                'rule',
                'event-outline',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `event-presentation/withheld`
              THEN NAMED_STRUCT(
                'rule',
                'event-presentation',
                'failure',
                'withheld',
                'outcome',
                'referred',
                'clause',
                '3.8',
                'who',
                ARRAY('managing-director', 'quality-director'),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `event-presentation/missing`
              THEN NAMED_STRUCT(
                'rule',
                'event-presentation',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                CAST(ARRAY() AS ARRAY<STRING>),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `risk-assessment/late`
              THEN NAMED_STRUCT(
                'rule',
                'risk-assessment',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                ARRAY('managing-director'),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END,
            CASE
              WHEN `risk-assessment/missing`
              THEN NAMED_STRUCT(
                'rule',
                'risk-assessment',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                ARRAY('managing-director'),
                'by',
                `date`,
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST(ARRAY() AS ARRAY<STRING>)
              )
            END
          ),
          `entry` -> NOT `entry` IS NULL
        ),
        FLATTEN(
          TRANSFORM(
            COALESCE(`speakers`, ARRAY()),
            (`item`, `place`) -> FILTER(
              ARRAY(
                CASE
                  WHEN `item`.`values` IS NULL OR `item`.`extremism_concern` IS NULL
                  THEN NAMED_STRUCT(
                    'rule',
                    'speaker-assessed',
                    'failure',
                    'missing',
                    'outcome',
                    'action-needed',
                    'clause',
                    '3.8',
                    'who',
                    ARRAY('all-staff'),
                    'by',
                    `date`,
                    'list',
                    'speakers',
                    'item',
                    CAST(`place` AS INT),
                    'conditions',
                    CAST(ARRAY() AS ARRAY<STRING>)
                  )
                END /* A person has looked at each speaker (clause 3.8): missing */,
                CASE
                  WHEN (
                    `item`.`values` IS NOT DISTINCT FROM 'unsure'
                    OR `item`.`extremism_concern` IS NOT DISTINCT FROM 'unsure'
                  )
                  AND `item`.`values` IS DISTINCT FROM 'contrary'
                  AND `item`.`extremism_concern` IS DISTINCT FROM 'possible'
                  AND `advice__managing_director__date` IS NULL
                  AND `advice__quality_director__date` IS NULL
                  THEN NAMED_STRUCT(
                    'rule',
                    'speaker-advice',
                    'failure',
                    'missing',
                    'outcome',
                    'action-needed',
                    'clause',
                    '3.8',
                    'who',
                    ARRAY('managing-director', 'quality-director'),
                    'by',
                    `date`,
                    'list',
                    'speakers',
                    'item',
                    CAST(`place` AS INT),
                    'conditions',
                    CAST(ARRAY() AS ARRAY<STRING>)
                  )
                END /* If you are unsure of a speaker, ask for advice (clause 3.8): missing */,
                CASE
                  WHEN `item`.`values` IS NOT DISTINCT FROM 'contrary'
                  AND `item`.`extremism_concern` IS NOT DISTINCT FROM 'possible'
                  THEN NAMED_STRUCT(
                    'rule',
                    'speaker-refused',
                    'failure',
                    'applies',
                    'outcome',
                    'refused',
                    'clause',
                    '3.8',
                    'who',
                    ARRAY('managing-director'),
                    'by',
                    CAST(NULL AS DATE),
                    'list',
                    'speakers',
                    'item',
                    CAST(`place` AS INT),
                    'conditions',
                    CAST(ARRAY() AS ARRAY<STRING>)
                  )
                END /* Speakers the policy refuses (clause 3.8): applies */,
                CASE
                  WHEN (
                    `item`.`values` IS NOT DISTINCT FROM 'contrary'
                    OR `item`.`extremism_concern` IS NOT DISTINCT FROM 'possible'
                  )
                  AND (
                    `item`.`values` IS DISTINCT FROM 'contrary'
                    OR `item`.`extremism_concern` IS DISTINCT FROM 'possible'
                  )
                  THEN NAMED_STRUCT(
                    'rule',
                    'speaker-decision',
                    'failure',
                    'applies',
                    'outcome',
                    'referred',
                    'clause',
                    '3.8',
                    'who',
                    ARRAY('managing-director', 'quality-director'),
                    'by',
                    `date`,
                    'list',
                    'speakers',
                    'item',
                    CAST(`place` AS INT),
                    'conditions',
                    CAST(ARRAY() AS ARRAY<STRING>)
                  )
                END /* If only one of the two is so, a director decides (clause 3.8): applies */
              ),
              `entry` -> NOT `entry` IS NULL
            )
          )
        )
      )
    END AS `findings`
  FROM `tests`
)
SELECT
  `reference`,
  `kind`,
  CASE
    WHEN `findings` IS NULL
    THEN CAST(NULL AS STRING)
    WHEN EXISTS(`findings`, `finding` -> `finding`.`outcome` = 'refused')
    THEN 'refused'
    WHEN EXISTS(`findings`, `finding` -> `finding`.`outcome` = 'referred')
    THEN 'referred'
    WHEN EXISTS(`findings`, `finding` -> `finding`.`outcome` = 'action-needed')
    THEN 'action-needed'
    ELSE 'allowed'
  END AS `outcome`,
  `findings`
FROM `decided`;
