-- Larkfield Training Group, Visitors, Leaflets and Rooms: Rooms for outside bodies
-- Made by prevent build from the policy sha256:4c1d490263788192cea7cf0a66609ee6f61ae5d805b81c4dbdbecdea302fe230. Do not edit.
--
-- What is found of each booking in the table requests, for Spark. The table
-- has a row for each request, and these columns (others do no harm):
--   `kind` STRING
--   `date` DATE
--   `people` BIGINT
--   `reference` STRING
--   `received_on` DATE
--   `fire_plan__completed` DATE
--   `approvals__centre_manager__decision` STRING
--   `approvals__centre_manager__date` DATE
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE TEMPORARY VIEW `prevent_room_booking` AS
WITH `facts` AS (
  /* What each request says, and what is counted of it. */
  SELECT
    `kind`,
    `date`,
    `people`,
    `reference`,
    `received_on`,
    `fire_plan__completed`,
    `approvals__centre_manager__decision`,
    `approvals__centre_manager__date`
  FROM `requests`
  WHERE
    `kind` = 'room-booking'
), `days` AS (
  /* The days that are a period from another. */
  SELECT
    `facts`.*,
    ADD_MONTHS(`received_on`, 1) AS `received_on_plus_1_months`,
    DATE_ADD(`date`, -7) AS `date_minus_1_weeks`,
    DATE_ADD(`date`, -1) AS `date_minus_1_days`
  FROM `facts`
), `tests` AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    `days`.*,
    `received_on` IS NULL AND COALESCE(`received_on_plus_1_months` > `date`, TRUE) AS `room-notice/missing`, /* A month's notice (clause 4): missing */
    COALESCE(`received_on_plus_1_months` > `date`, TRUE)
    AND NOT `received_on` IS NULL AS `room-notice/late`, /* A month's notice (clause 4): late */
    `approvals__centre_manager__decision` IS NOT DISTINCT FROM 'declined' AS `room-agreed/declined`, /* The Centre Manager agrees a week before (clause 4): declined */
    `approvals__centre_manager__decision` IS NOT DISTINCT FROM 'granted'
    AND COALESCE(`approvals__centre_manager__date` > `date_minus_1_weeks`, TRUE) AS `room-agreed/late`, /* The Centre Manager agrees a week before (clause 4): late */
    `approvals__centre_manager__decision` IS DISTINCT FROM 'declined'
    AND `approvals__centre_manager__decision` IS DISTINCT FROM 'granted' AS `room-agreed/missing`, /* The Centre Manager agrees a week before (clause 4): missing */
    COALESCE(`people`, 0) > 60
    AND NOT `fire_plan__completed` IS NULL
    AND COALESCE(`fire_plan__completed` > `date_minus_1_days`, TRUE) AS `fire-plan/late`, /* A fire plan for more than 60 people (clause 4): late */
    COALESCE(`people`, 0) > 60
    AND COALESCE(`fire_plan__completed` > `date_minus_1_days`, TRUE)
    AND `fire_plan__completed` IS NULL AS `fire-plan/missing`, /* A fire plan for more than 60 people (clause 4): missing */
    TRUE AS `staff-present/applies`, /* Somebody of the group is there (clause 4): applies */
    `kind` IS NULL OR `date` IS NULL OR `people` IS NULL AS `undecided`
  FROM `days`
), `decided` AS (
  /* The findings of the tests that hold. */
  SELECT
    `reference`,
    `kind`,
    CASE
      WHEN NOT `undecided`
      THEN FILTER(
        ARRAY(
          CASE
            WHEN `room-notice/missing`
            THEN NAMED_STRUCT(
              'rule',
              'room-notice',
              'failure',
              'missing',
              'outcome',
              'action-needed',
              'clause',
              '4',
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
            WHEN `room-notice/late`
            THEN NAMED_STRUCT(
              'rule',
              'room-notice',
              'failure',
              'late',
              'outcome',
              'action-needed',
              'clause',
              '4',
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
            WHEN `room-agreed/declined`
            THEN NAMED_STRUCT(
              'rule',
              'room-agreed',
              'failure',
              'declined',
              'outcome',
              'refused',
              'clause',
              '4',
              'who',
              ARRAY('centre-manager'),
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
            WHEN `room-agreed/late`
            THEN NAMED_STRUCT(
              'rule',
              'room-agreed',
              'failure',
              'late',
              'outcome',
              'action-needed',
              'clause',
              '4',
              'who',
              ARRAY('centre-manager'),
              'by',
              `date_minus_1_weeks`,
              'list',
              '',
              'item',
              CAST(NULL AS INT),
              'conditions',
              CAST(ARRAY() AS ARRAY<STRING>)
            )
          END,
          CASE
            WHEN `room-agreed/missing`
            THEN NAMED_STRUCT(
              'rule',
              'room-agreed',
              'failure',
              'missing',
              'outcome',
              'action-needed',
              'clause',
              '4',
              'who',
              ARRAY('centre-manager'),
              'by',
              `date_minus_1_weeks`,
              'list',
              '',
              'item',
              CAST(NULL AS INT),
              'conditions',
              CAST(ARRAY() AS ARRAY<STRING>)
            )
          END,
          CASE
            WHEN `fire-plan/late`
            THEN NAMED_STRUCT(
              'rule',
              'fire-plan',
              'failure',
              'late',
              'outcome',
              'action-needed',
              'clause',
              '4',
              'who',
              CAST(ARRAY() AS ARRAY<STRING>),
              'by',
              `date_minus_1_days`,
              'list',
              '',
              'item',
              CAST(NULL AS INT),
              'conditions',
              CAST(ARRAY() AS ARRAY<STRING>)
            )
          END,
          CASE
            WHEN `fire-plan/missing`
            THEN NAMED_STRUCT(
              'rule',
              'fire-plan',
              'failure',
              'missing',
              'outcome',
              'action-needed',
              'clause',
              '4',
              'who',
              CAST(ARRAY() AS ARRAY<STRING>),
              'by',
              `date_minus_1_days`,
              'list',
              '',
              'item',
              CAST(NULL AS INT),
              'conditions',
              CAST(ARRAY() AS ARRAY<STRING>)
            )
          END,
          CASE
            WHEN `staff-present/applies`
            THEN NAMED_STRUCT(
              'rule',
              'staff-present',
              'failure',
              'applies',
              'outcome',
              'allowed',
              'clause',
              '4',
              'who',
              CAST(ARRAY() AS ARRAY<STRING>),
              'by',
              `date`,
              'list',
              '',
              'item',
              CAST(NULL AS INT),
              'conditions',
              ARRAY('staff-in-building')
            )
          END
        ),
        `entry` -> NOT `entry` IS NULL
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
