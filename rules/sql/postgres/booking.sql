-- Digital Marketing Mentor, Prevent Policy: Bookings of rooms and facilities
-- Made by prevent build from the policy sha256:5fe2746ad502db2a535fa1a884e74272c72e9d3edf41fa4e0711b6a75fff7da8. Do not edit.
--
-- What is found of each booking in the table requests, for PostgreSQL. The table
-- has a row for each request, and these columns (others do no harm):
--   "kind" text
--   "requested_by" text
--   "date" date
--   "reference" text
--   "received_on" date
--   "hosts_event" text
--   "risk_assessment__completed" date
--   "approvals__managing_director__decision" text
--   "approvals__managing_director__date" date
--   "advice__managing_director__date" date
--   "advice__quality_director__date" date
--   "organiser" text
--   "speakers" jsonb
--   "outline" text
--   "presentation" text
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE VIEW "prevent_booking" AS
WITH "facts" AS (
  /* What each request says, and what is counted of it. */
  SELECT
    "kind",
    "requested_by",
    "date",
    "reference",
    "received_on",
    "hosts_event",
    "risk_assessment__completed",
    "approvals__managing_director__decision",
    "approvals__managing_director__date",
    "advice__managing_director__date",
    "advice__quality_director__date",
    "organiser",
    "speakers",
    "outline",
    "presentation",
    COALESCE(JSONB_ARRAY_LENGTH("speakers"), 0) AS "speakers_count"
  FROM "requests"
  WHERE
    "kind" = 'booking'
), "days" AS (
  /* The days that are a period from another. */
  SELECT
    "facts".*,
    CAST("received_on" + INTERVAL '1 MONTH' AS DATE) AS "received_on_plus_1_months"
  FROM "facts"
), "tests" AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    "days".*,
    "requested_by" IS NOT DISTINCT FROM 'external-agency'
    AND NOT "risk_assessment__completed" IS NULL
    AND COALESCE("risk_assessment__completed" > "date", TRUE) AS "risk-assessment/late", /* External bookings are risk-assessed (clause 3.8): late */
    "requested_by" IS NOT DISTINCT FROM 'external-agency'
    AND COALESCE("risk_assessment__completed" > "date", TRUE)
    AND "risk_assessment__completed" IS NULL AS "risk-assessment/missing", /* External bookings are risk-assessed (clause 3.8): missing */
    "speakers_count" >= 1
    AND "approvals__managing_director__decision" IS NOT DISTINCT FROM 'declined' AS "event-authorised/declined", /* The Managing Director authorises guest speakers (clause 3.8): declined */
    "speakers_count" >= 1
    AND "approvals__managing_director__decision" IS DISTINCT FROM 'granted'
    AND "approvals__managing_director__decision" IS DISTINCT FROM 'declined' AS "event-authorised/missing", /* The Managing Director authorises guest speakers (clause 3.8): missing */
    "requested_by" IS NOT DISTINCT FROM 'external-agency'
    AND "hosts_event" IS NOT DISTINCT FROM 'yes'
    AND "received_on" IS NULL
    AND COALESCE("received_on_plus_1_months" > "date", TRUE) AS "event-notice/missing", /* External agencies give a month's notice (clause 3.8): missing */
    "requested_by" IS NOT DISTINCT FROM 'external-agency'
    AND "hosts_event" IS NOT DISTINCT FROM 'yes'
    AND COALESCE("received_on_plus_1_months" > "date", TRUE)
    AND NOT "received_on" IS NULL AS "event-notice/late", /* External agencies give a month's notice (clause 3.8): late */
    "requested_by" IS NOT DISTINCT FROM 'external-agency' AND "hosts_event" IS NULL AS "event-notice/unanswered", /* External agencies give a month's notice (clause 3.8): unanswered */
    "requested_by" IS NOT DISTINCT FROM 'external-agency'
    AND "hosts_event" IS NOT DISTINCT FROM 'yes'
    AND "organiser" IS NOT DISTINCT FROM 'unsure'
    AND "advice__managing_director__date" IS NULL
    AND "advice__quality_director__date" IS NULL AS "organiser-advice/missing", /* If you are unsure of the organisation, ask for advice (clause 3.8): missing */
    "requested_by" IS NOT DISTINCT FROM 'external-agency'
    AND "hosts_event" IS NOT DISTINCT FROM 'yes'
    AND COALESCE("outline" <> 'shared', FALSE)
    AND COALESCE("outline" <> 'promised', FALSE) AS "event-outline/withheld", /* An outline is shared before the event (clause 3.8): withheld */
    "requested_by" IS NOT DISTINCT FROM 'external-agency'
    AND "hosts_event" IS NOT DISTINCT FROM 'yes'
    AND "outline" IS NULL AS "event-outline/missing", /* An outline is shared before the event (clause 3.8): missing */
    "requested_by" IS NOT DISTINCT FROM 'external-agency'
    AND "hosts_event" IS NOT DISTINCT FROM 'yes'
    AND COALESCE("presentation" <> 'shared', FALSE)
    AND COALESCE("presentation" <> 'promised', FALSE) AS "event-presentation/withheld", /* The presentational content is shared before the event (clause 3.8): withheld */
    "requested_by" IS NOT DISTINCT FROM 'external-agency'
    AND "hosts_event" IS NOT DISTINCT FROM 'yes'
    AND "presentation" IS NULL AS "event-presentation/missing", /* The presentational content is shared before the event (clause 3.8): missing */
    "kind" IS NULL OR "requested_by" IS NULL OR "date" IS NULL AS "undecided"
  FROM "days"
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
              WHEN "risk-assessment/late"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'risk-assessment',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                TO_JSONB(ARRAY['managing-director']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "risk-assessment/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'risk-assessment',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                TO_JSONB(ARRAY['managing-director']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "event-authorised/declined"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'event-authorised',
                'failure',
                'declined',
                'outcome',
                'refused',
                'clause',
                '3.8',
                'who',
                TO_JSONB(ARRAY['managing-director']),
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
              WHEN "event-authorised/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'event-authorised',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                TO_JSONB(ARRAY['managing-director']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "event-notice/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'event-notice',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                TO_JSONB(ARRAY['managing-director']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "event-notice/late"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'event-notice',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                TO_JSONB(ARRAY['managing-director']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "event-notice/unanswered"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'event-notice',
                'failure',
                'unanswered',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "organiser-advice/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'organiser-advice',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                TO_JSONB(ARRAY['managing-director', 'quality-director']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "event-outline/withheld"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'event-outline',
                'failure',
                'withheld',
                'outcome',
                'referred',
                'clause',
                '3.8',
                'who',
                TO_JSONB(ARRAY['managing-director', 'quality-director']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "event-outline/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'event-outline',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "event-presentation/withheld"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'event-presentation',
                'failure',
                'withheld',
                'outcome',
                'referred',
                'clause',
                '3.8',
                'who',
                TO_JSONB(ARRAY['managing-director', 'quality-director']),
                'by',
                "date",
                'list',
                '',
                'item',
                CAST(NULL AS INT),
                'conditions',
                CAST('[]' AS JSONB)
              )
            END,
            CASE
              WHEN "event-presentation/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'event-presentation',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '3.8',
                'who',
                CAST('[]' AS JSONB),
                'by',
                "date",
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
      ) || COALESCE(
        JSONB_PATH_QUERY_ARRAY(
          (
            SELECT
              JSONB_AGG(
                JSONB_PATH_QUERY_ARRAY(
                  TO_JSONB(
                    ARRAY[
                      CASE
                        WHEN "items"."item" ->> 'values' IS NULL
                        OR "items"."item" ->> 'extremism_concern' IS NULL
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-assessed',
                          'failure',
                          'missing',
                          'outcome',
                          'action-needed',
                          'clause',
                          '3.8',
                          'who',
                          TO_JSONB(ARRAY['all-staff']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* A person has looked at each speaker (clause 3.8): missing */
                      CASE
                        WHEN (
                          "items"."item" ->> 'values' IS NOT DISTINCT FROM 'unsure'
                          OR "items"."item" ->> 'extremism_concern' IS NOT DISTINCT FROM 'unsure'
                        )
                        AND "items"."item" ->> 'values' IS DISTINCT FROM 'contrary'
                        AND "items"."item" ->> 'extremism_concern' IS DISTINCT FROM 'possible'
                        AND "advice__managing_director__date" IS NULL
                        AND "advice__quality_director__date" IS NULL
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-advice',
                          'failure',
                          'missing',
                          'outcome',
                          'action-needed',
                          'clause',
                          '3.8',
                          'who',
                          TO_JSONB(ARRAY['managing-director', 'quality-director']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* If you are unsure of a speaker, ask for advice (clause 3.8): missing */
                      CASE
                        WHEN "items"."item" ->> 'values' IS NOT DISTINCT FROM 'contrary'
                        AND "items"."item" ->> 'extremism_concern' IS NOT DISTINCT FROM 'possible'
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-refused',
                          'failure',
                          'applies',
                          'outcome',
                          'refused',
                          'clause',
                          '3.8',
                          'who',
                          TO_JSONB(ARRAY['managing-director']),
                          'by',
                          CAST(NULL AS DATE),
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* Speakers the policy refuses (clause 3.8): applies */
                      CASE
                        WHEN (
                          "items"."item" ->> 'values' IS NOT DISTINCT FROM 'contrary'
                          OR "items"."item" ->> 'extremism_concern' IS NOT DISTINCT FROM 'possible'
                        )
                        AND (
                          "items"."item" ->> 'values' IS DISTINCT FROM 'contrary'
                          OR "items"."item" ->> 'extremism_concern' IS DISTINCT FROM 'possible'
                        )
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-decision',
                          'failure',
                          'applies',
                          'outcome',
                          'referred',
                          'clause',
                          '3.8',
                          'who',
                          TO_JSONB(ARRAY['managing-director', 'quality-director']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END /* If only one of the two is so, a director decides (clause 3.8): applies */
                    ]
                  ),
                  '$[*] ? (@ != null)'
                ) ORDER BY "items"."place"
              )
            FROM JSONB_ARRAY_ELEMENTS("speakers") WITH ORDINALITY AS "items"("item", "place")
          ),
          '$[*][*]'
        ),
        CAST('[]' AS JSONB)
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
