-- Larkfield Training Group, Visitors, Leaflets and Rooms: Leaflets and posters
-- Made by prevent build from the policy sha256:4c1d490263788192cea7cf0a66609ee6f61ae5d805b81c4dbdbecdea302fe230. Do not edit.
--
-- What is found of each leaflet in the table requests, for PostgreSQL. The table
-- has a row for each request, and these columns (others do no harm):
--   "kind" text
--   "source" text
--   "distribute_from" date
--   "reference" text
--   "says__publisher" text
--   "says__contact" text
--   "displayed_until" date
--   "asks_for_money" text
--   "charity" text
--   "approvals__head_of_communications__decision" text
--   "approvals__head_of_communications__date" date
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE VIEW "prevent_leaflet" AS
WITH "facts" AS (
  /* What each request says, and what is counted of it. */
  SELECT
    "kind",
    "source",
    "distribute_from",
    "reference",
    "says__publisher",
    "says__contact",
    "displayed_until",
    "asks_for_money",
    "charity",
    "approvals__head_of_communications__decision",
    "approvals__head_of_communications__date"
  FROM "requests"
  WHERE
    "kind" = 'leaflet'
), "tests" AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    "facts".*,
    "source" IS NOT DISTINCT FROM 'own-courses' AS "own-courses/applies", /* Our own courses (clause 3): applies */
    "source" IS NOT DISTINCT FROM 'outside'
    AND "approvals__head_of_communications__decision" IS NOT DISTINCT FROM 'declined' AS "communications-agrees/declined", /* The Head of Communications agrees first (clause 3): declined */
    "source" IS NOT DISTINCT FROM 'outside'
    AND "approvals__head_of_communications__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("approvals__head_of_communications__date" > "distribute_from", TRUE) AS "communications-agrees/late", /* The Head of Communications agrees first (clause 3): late */
    "source" IS NOT DISTINCT FROM 'outside'
    AND "approvals__head_of_communications__decision" IS DISTINCT FROM 'declined'
    AND "approvals__head_of_communications__decision" IS DISTINCT FROM 'granted' AS "communications-agrees/missing", /* The Head of Communications agrees first (clause 3): missing */
    (
      "source" IS NOT DISTINCT FROM 'outside'
      AND COALESCE("says__publisher" <> 'yes', FALSE)
    )
    OR (
      "source" IS NOT DISTINCT FROM 'outside'
      AND COALESCE("says__contact" <> 'yes', FALSE)
    ) AS "says-who-published-it/absent", /* It says who published it and how they can be reached (clause 3): absent */
    (
      "source" IS NOT DISTINCT FROM 'outside' AND "says__publisher" IS NULL
    )
    OR (
      "source" IS NOT DISTINCT FROM 'outside' AND "says__contact" IS NULL
    ) AS "says-who-published-it/missing", /* It says who published it and how they can be reached (clause 3): missing */
    "source" IS NOT DISTINCT FROM 'outside' AND "displayed_until" IS NULL AS "says-until-when/applies", /* It says until when, or it is collected again (clause 3): applies */
    "asks_for_money" IS NOT DISTINCT FROM 'yes'
    AND "charity" IS DISTINCT FROM 'yes'
    AND "source" IS DISTINCT FROM 'own-courses' AS "asks-for-money/applies", /* Leaflets that ask for money (clause 3): applies */
    "charity" IS DISTINCT FROM 'yes'
    AND "source" IS DISTINCT FROM 'own-courses'
    AND "asks_for_money" IS NULL AS "asks-for-money/unanswered", /* Leaflets that ask for money (clause 3): unanswered */
    COALESCE("asks_for_money" = 'yes', TRUE)
    AND "source" IS DISTINCT FROM 'own-courses'
    AND "charity" IS NULL AS "asks-for-money/unanswered_2", /* Leaflets that ask for money (clause 3): unanswered */
    "kind" IS NULL OR "source" IS NULL OR "distribute_from" IS NULL AS "undecided"
  FROM "facts"
), "decided" AS (
  /* The findings of the tests that hold. */
  SELECT
    "reference",
    "kind",
    CASE
      WHEN NOT "undecided"
      THEN JSONB_PATH_QUERY_ARRAY(
        TO_JSONB(
          ARRAY[
            CASE
              WHEN "own-courses/applies"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'own-courses',
                'failure',
                'applies',
                'outcome',
                'allowed',
                'clause',
                '3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "communications-agrees/declined"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'communications-agrees',
                'failure',
                'declined',
                'outcome',
                'refused',
                'clause',
                '3',
                'who',
                TO_JSONB(ARRAY['head-of-communications']),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "communications-agrees/late"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'communications-agrees',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '3',
                'who',
                TO_JSONB(ARRAY['head-of-communications']),
                'by',
                "distribute_from",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "communications-agrees/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'communications-agrees',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3',
                'who',
                TO_JSONB(ARRAY['head-of-communications']),
                'by',
                "distribute_from",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "says-who-published-it/absent"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'says-who-published-it',
                'failure',
                'absent',
                'outcome',
                'action-needed',
                'clause',
                '3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "distribute_from",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "says-who-published-it/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'says-who-published-it',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "distribute_from",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "says-until-when/applies"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'says-until-when',
                'failure',
                'applies',
                'outcome',
                'allowed',
                'clause',
                '3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "distribute_from",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                TO_JSONB(ARRAY['collected-again'])
              )
            END,
            CASE
              WHEN "asks-for-money/applies"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'asks-for-money',
                'failure',
                'applies',
                'outcome',
                'refused',
                'clause',
                '3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                CAST(NULL AS DATE),
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "asks-for-money/unanswered"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'asks-for-money',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                '3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "distribute_from",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "asks-for-money/unanswered_2"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'asks-for-money',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                '3',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "distribute_from",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END
          ]
        ),
        '$[*] ? (@ != null)'
      )
    END AS "findings"
  FROM "tests"
)
SELECT
  "reference",
  "kind",
  CASE
    WHEN "findings" IS NULL
    THEN CAST(NULL AS TEXT)
    WHEN "findings" @> JSONB_BUILD_ARRAY(JSONB_BUILD_OBJECT('outcome', 'refused'))
    THEN 'refused'
    WHEN "findings" @> JSONB_BUILD_ARRAY(JSONB_BUILD_OBJECT('outcome', 'referred'))
    THEN 'referred'
    WHEN "findings" @> JSONB_BUILD_ARRAY(JSONB_BUILD_OBJECT('outcome', 'action-needed'))
    THEN 'action-needed'
    ELSE 'allowed'
  END AS "outcome",
  "findings"
FROM "decided";
