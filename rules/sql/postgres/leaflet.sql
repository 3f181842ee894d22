-- Digital Marketing Mentor, Prevent Policy: Leaflets and other literature
-- Made by prevent build from the policy sha256:5fe2746ad502db2a535fa1a884e74272c72e9d3edf41fa4e0711b6a75fff7da8. Do not edit.
--
-- What is found of each leaflet in the table requests, for PostgreSQL. The table
-- has a row for each request, and these columns (others do no harm):
--   "kind" text
--   "requested_by" text
--   "source" text
--   "distribute_from" date
--   "reference" text
--   "related_to_programme" text
--   "approvals__managing_director__decision" text
--   "approvals__managing_director__date" date
--   "approvals__quality_director__decision" text
--   "approvals__quality_director__date" date
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE VIEW "prevent_leaflet" AS
WITH "facts" AS (
  /* What each request says, and what is counted of it. */
  SELECT
    "kind",
    "requested_by",
    "source",
    "distribute_from",
    "reference",
    "related_to_programme",
    "approvals__managing_director__decision",
    "approvals__managing_director__date",
    "approvals__quality_director__decision",
    "approvals__quality_director__date"
  FROM "requests"
  WHERE
    "kind" = 'leaflet'
), "tests" AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    "facts".*,
    (
      "source" IS NOT DISTINCT FROM 'external-agency'
      OR "requested_by" IS NOT DISTINCT FROM 'learner'
    )
    AND (
      (
        "source" IS DISTINCT FROM 'learner' AND "source" IS DISTINCT FROM 'dmm'
      )
      OR "related_to_programme" IS DISTINCT FROM 'yes'
    )
    AND "approvals__managing_director__decision" IS NOT DISTINCT FROM 'declined' AS "leaflet-permission/declined", /* Both directors agree first (clause 3.7): declined */
    (
      "source" IS NOT DISTINCT FROM 'external-agency'
      OR "requested_by" IS NOT DISTINCT FROM 'learner'
    )
    AND (
      (
        "source" IS DISTINCT FROM 'learner' AND "source" IS DISTINCT FROM 'dmm'
      )
      OR "related_to_programme" IS DISTINCT FROM 'yes'
    )
    AND "approvals__quality_director__decision" IS NOT DISTINCT FROM 'declined' AS "leaflet-permission/declined_2", /* Both directors agree first (clause 3.7): declined */
    (
      "source" IS NOT DISTINCT FROM 'external-agency'
      OR "requested_by" IS NOT DISTINCT FROM 'learner'
    )
    AND (
      (
        "source" IS DISTINCT FROM 'learner' AND "source" IS DISTINCT FROM 'dmm'
      )
      OR "related_to_programme" IS DISTINCT FROM 'yes'
    )
    AND "approvals__managing_director__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("approvals__managing_director__date" > "distribute_from", TRUE) AS "leaflet-permission/late", /* Both directors agree first (clause 3.7): late */
    (
      "source" IS NOT DISTINCT FROM 'external-agency'
      OR "requested_by" IS NOT DISTINCT FROM 'learner'
    )
    AND (
      (
        "source" IS DISTINCT FROM 'learner' AND "source" IS DISTINCT FROM 'dmm'
      )
      OR "related_to_programme" IS DISTINCT FROM 'yes'
    )
    AND "approvals__managing_director__decision" IS DISTINCT FROM 'declined'
    AND "approvals__managing_director__decision" IS DISTINCT FROM 'granted' AS "leaflet-permission/missing", /* Both directors agree first (clause 3.7): missing */
    (
      "source" IS NOT DISTINCT FROM 'external-agency'
      OR "requested_by" IS NOT DISTINCT FROM 'learner'
    )
    AND (
      (
        "source" IS DISTINCT FROM 'learner' AND "source" IS DISTINCT FROM 'dmm'
      )
      OR "related_to_programme" IS DISTINCT FROM 'yes'
    )
    AND "approvals__quality_director__decision" IS DISTINCT FROM 'declined'
    AND "approvals__quality_director__decision" IS DISTINCT FROM 'granted' AS "leaflet-permission/missing_2", /* Both directors agree first (clause 3.7): missing */
    (
      "source" IS NOT DISTINCT FROM 'external-agency'
      OR "requested_by" IS NOT DISTINCT FROM 'learner'
    )
    AND (
      (
        "source" IS DISTINCT FROM 'learner' AND "source" IS DISTINCT FROM 'dmm'
      )
      OR "related_to_programme" IS DISTINCT FROM 'yes'
    )
    AND "approvals__quality_director__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("approvals__quality_director__date" > "distribute_from", TRUE) AS "leaflet-permission/late_2", /* Both directors agree first (clause 3.7): late */
    (
      "source" IS NOT DISTINCT FROM 'external-agency'
      OR "requested_by" IS NOT DISTINCT FROM 'learner'
    )
    AND (
      "source" IS NOT DISTINCT FROM 'learner' OR "source" IS NOT DISTINCT FROM 'dmm'
    )
    AND "related_to_programme" IS NULL AS "leaflet-permission/unanswered", /* Both directors agree first (clause 3.7): unanswered */
    "kind" IS NULL
    OR "requested_by" IS NULL
    OR "source" IS NULL
    OR "distribute_from" IS NULL AS "undecided"
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
              WHEN "leaflet-permission/declined" OR "leaflet-permission/declined_2"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'leaflet-permission',
                'failure',
                'declined',
                'outcome',
                'refused',
                'clause',
                '3.7',
                'who',
                JSONB_PATH_QUERY_ARRAY(
                  TO_JSONB(
                    ARRAY[
                      CASE WHEN "leaflet-permission/declined" THEN 'managing-director' END,
                      CASE WHEN "leaflet-permission/declined_2" THEN 'quality-director' END
                    ]
                  ),
                  '$[*] ? (@ != null)'
                ),
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
              WHEN "leaflet-permission/late"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'leaflet-permission',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '3.7',
                'who',
                TO_JSONB(ARRAY['managing-director']),
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
              WHEN "leaflet-permission/missing" OR "leaflet-permission/missing_2"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'leaflet-permission',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.7',
                'who',
                JSONB_PATH_QUERY_ARRAY(
                  TO_JSONB(
                    ARRAY[
                      CASE WHEN "leaflet-permission/missing" THEN 'managing-director' END,
                      CASE WHEN "leaflet-permission/missing_2" THEN 'quality-director' END
                    ]
                  ),
                  '$[*] ? (@ != null)'
                ),
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
              WHEN "leaflet-permission/late_2"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'leaflet-permission',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '3.7',
                'who',
                TO_JSONB(ARRAY['quality-director']),
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
              WHEN "leaflet-permission/unanswered"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'leaflet-permission',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                '3.7',
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
