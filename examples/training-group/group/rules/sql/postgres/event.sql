-- Larkfield Training Group, Visitors, Leaflets and Rooms: Events
-- Made by prevent build from the policy sha256:4c1d490263788192cea7cf0a66609ee6f61ae5d805b81c4dbdbecdea302fe230. Do not edit.
--
-- What is found of each event in the table requests, for PostgreSQL. The table
-- has a row for each request, and these columns (others do no harm):
--   "kind" text
--   "date" date
--   "held_by" text
--   "reference" text
--   "received_on" date
--   "speakers" jsonb
--   "outline" text
--   "approvals__centre_manager__decision" text
--   "approvals__centre_manager__date" date
--   "advice__head_of_safeguarding__date" date
--
-- A comparison with a column that may be empty says what an empty one comes to, such as
-- COALESCE(..., FALSE). The outcome is null where a row is no whole request (a column that is
-- always filled in is empty), and where working days reach beyond the bank holidays known.
CREATE OR REPLACE VIEW "prevent_event" AS
WITH "facts" AS (
  /* What each request says, and what is counted of it. */
  SELECT
    "kind",
    "date",
    "held_by",
    "reference",
    "received_on",
    "speakers",
    "outline",
    "approvals__centre_manager__decision",
    "approvals__centre_manager__date",
    "advice__head_of_safeguarding__date",
    COALESCE(JSONB_ARRAY_LENGTH("speakers"), 0) AS "speakers_count"
  FROM "requests"
  WHERE
    "kind" = 'event'
), "days" AS (
  /* The days that are a period from another. */
  SELECT
    "facts".*,
    CAST("received_on" + INTERVAL '2 MONTH' AS DATE) AS "received_on_plus_2_months",
    CAST("received_on" + INTERVAL '1 MONTH' AS DATE) AS "received_on_plus_1_months",
    CAST("received_on" + INTERVAL '12 MONTH' AS DATE) AS "received_on_plus_12_months",
    CAST("date" + INTERVAL '12 MONTH' AS DATE) AS "date_plus_12_months"
  FROM "facts"
), "tests" AS (
  /* What the rules ask, and whether it is so. */
  SELECT
    "days".*,
    (
      "held_by" IS NOT DISTINCT FROM 'outside'
      AND "received_on" IS NULL
      AND COALESCE("received_on_plus_2_months" > "date", TRUE)
    )
    OR (
      "speakers_count" >= 1
      AND "held_by" IS DISTINCT FROM 'outside'
      AND "received_on" IS NULL
      AND COALESCE("received_on_plus_1_months" > "date", TRUE)
    ) AS "event-notice/missing", /* A month's notice, or two (clause 2): missing */
    (
      "held_by" IS NOT DISTINCT FROM 'outside'
      AND COALESCE("received_on_plus_2_months" > "date", TRUE)
      AND NOT "received_on" IS NULL
    )
    OR (
      "speakers_count" >= 1
      AND "held_by" IS DISTINCT FROM 'outside'
      AND COALESCE("received_on_plus_1_months" > "date", TRUE)
      AND NOT "received_on" IS NULL
    ) AS "event-notice/late", /* A month's notice, or two (clause 2): late */
    "received_on" IS NULL
    AND COALESCE("date" > "received_on_plus_12_months", TRUE)
    AND (
      "held_by" IS DISTINCT FROM 'outside'
      OR COALESCE("received_on_plus_2_months" <= "date", FALSE)
    )
    AND (
      "speakers_count" < 1
      OR "held_by" IS NOT DISTINCT FROM 'outside'
      OR COALESCE("received_on_plus_1_months" <= "date", FALSE)
    ) AS "not-too-early/missing", /* No more than a year ahead (clause 2): missing */
    COALESCE("date" > "received_on_plus_12_months", TRUE)
    AND NOT "received_on" IS NULL AS "not-too-early/early", /* No more than a year ahead (clause 2): early */
    "speakers_count" >= 1
    AND "approvals__centre_manager__decision" IS NOT DISTINCT FROM 'declined' AS "manager-agrees/declined", /* The Centre Manager agrees (clause 2): declined */
    "speakers_count" >= 1
    AND "approvals__centre_manager__decision" IS NOT DISTINCT FROM 'granted'
    AND COALESCE("approvals__centre_manager__date" > "date", TRUE) AS "manager-agrees/late", /* The Centre Manager agrees (clause 2): late */
    "speakers_count" >= 1
    AND "approvals__centre_manager__decision" IS DISTINCT FROM 'declined'
    AND "approvals__centre_manager__decision" IS DISTINCT FROM 'granted' AS "manager-agrees/missing", /* The Centre Manager agrees (clause 2): missing */
    "held_by" IS NOT DISTINCT FROM 'outside'
    AND COALESCE("outline" <> 'shown', FALSE) AS "outline-shown/withheld", /* An outside body shows an outline (clause 2): withheld */
    "held_by" IS NOT DISTINCT FROM 'outside' AND "outline" IS NULL AS "outline-shown/missing", /* An outside body shows an outline (clause 2): missing */
    TRUE AS "kept-for-a-year/applies", /* What was agreed is kept (clause 6): applies */
    "kind" IS NULL OR "date" IS NULL OR "held_by" IS NULL AS "undecided"
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
              WHEN "event-notice/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'event-notice',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '2',
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
              WHEN "event-notice/late"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'event-notice',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '2',
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
              WHEN "not-too-early/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'not-too-early',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '2',
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
              WHEN "not-too-early/early"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'not-too-early',
                'failure',
                'early',
                'outcome',
                'refused',
                'clause',
                '2',
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
              WHEN "manager-agrees/declined"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'manager-agrees',
                'failure',
                'declined',
                'outcome',
                'refused',
                'clause',
                '2',
                'who',
                TO_JSONB(ARRAY['centre-manager']),
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
              WHEN "manager-agrees/late"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'manager-agrees',
                'failure',
                'late',
                'outcome',
                'action-needed',
                'clause',
                '2',
                'who',
                TO_JSONB(ARRAY['centre-manager']),
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
              WHEN "manager-agrees/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'manager-agrees',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '2',
                'who',
                TO_JSONB(ARRAY['centre-manager']),
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
              WHEN "outline-shown/withheld"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'outline-shown',
                'failure',
                'withheld',
                'outcome',
                'refused',
                'clause',
                '2',
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
              WHEN "outline-shown/missing"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'outline-shown',
                'failure',
                'missing',
                'outcome',
                'action-needed',
                'clause',
                '2',
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
              WHEN "kept-for-a-year/applies"
              THEN JSONB_BUILD_OBJECT(
                'rule',
                'kept-for-a-year',
                'failure',
                'applies',
                'outcome',
                'allowed',
                'clause',
                '6',
                'who',
                TO_JSONB(ARRAY['centre-manager']),
                'by',
                "date_plus_12_months",
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
                        WHEN "items"."item" ->> 'concern' IS NULL
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-known',
                          'failure',
                          'missing',
                          'outcome',
                          'action-needed',
                          'clause',
                          '2',
                          'who',
                          CAST('[]' AS JSONB),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* What is known of each speaker (clause 2): missing */
                      CASE
                        WHEN "items"."item" ->> 'concern' IS NOT DISTINCT FROM 'unsure'
                        AND "advice__head_of_safeguarding__date" IS NULL
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-advice',
                          'failure',
                          'missing',
                          'outcome',
                          'action-needed',
                          'clause',
                          '2',
                          'who',
                          TO_JSONB(ARRAY['head-of-safeguarding']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END, /* If you are unsure of a speaker, ask (clause 2): missing */
                      CASE
                        WHEN "items"."item" ->> 'concern' IS NOT DISTINCT FROM 'some'
                        THEN JSONB_BUILD_OBJECT(
                          'rule',
                          'speaker-concern',
                          'failure',
                          'applies',
                          'outcome',
                          'referred',
                          'clause',
                          '2',
                          'who',
                          TO_JSONB(ARRAY['head-of-safeguarding']),
                          'by',
                          "date",
                          'list',
                          'speakers',
                          'item',
                          CAST("items"."place" - 1 AS INT),
                          'conditions',
                          CAST('[]' AS JSONB)
                        )
                      END /* Where there is cause for concern (clause 2): applies */
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
