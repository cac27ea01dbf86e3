-- Test the text forms of agency_code, dossier_code and procedure_code.
\pset format unaligned
SET search_path = public, motcua;
SELECT 'H56'::agency_code, 'H56.14.103'::agency_code, '000.17.22.H56'::agency_code,
       '000.00.00.H49'::agency_code, 'H01.01.002.03.004.05'::agency_code;
SELECT 'H56.14-240823-0001'::dossier_code, '000.17.22.H56-210531-0001'::dossier_code,
       'H21.65-220914-123456'::dossier_code;
SELECT '1.000894'::procedure_code, '1.000494.000.00.00.H29'::procedure_code;

-- White space around a code is ignored, and small letters are read as capitals.
SELECT E' h56.14\t\n'::agency_code, E'\u00a0h56.14-240823-0001 '::dossier_code,
       ' 1.000494.000.00.00.h29'::procedure_code;

-- Digits are kept, so codes that differ in leading zeros are different.
SELECT 'H44.13'::agency_code = 'H44.013', 'H56-240823-0012'::dossier_code = 'H56-240823-00012',
       sequence('H56-240823-0012') = sequence('H56-240823-00012');

-- These texts are refused, and the detail says from which character on.
SELECT ''::agency_code;
SELECT ' '::agency_code;
SELECT 'H5'::agency_code;
SELECT 'H56.1'::agency_code;
SELECT 'H56.1400'::agency_code;
SELECT 'H56.é'::agency_code;
SELECT E'\u00a0H56.é'::agency_code;
SELECT 'H56.14 .103'::agency_code;
SELECT 'H01.01.01.01.01.01.01'::agency_code;
SELECT '00.17.22.H56'::agency_code;
SELECT '000.17.22.56'::agency_code;
SELECT '000.17.22.H56.14'::agency_code;
SELECT 'H56.14'::dossier_code;
SELECT 'H56-241323-0001'::dossier_code;
SELECT 'H56.14-230229-0001'::dossier_code;
SELECT '000.17.22.H56-210500-0001'::dossier_code;
SELECT 'H56-240823-001'::dossier_code;
SELECT 'H56-240823-0000001'::dossier_code;
SELECT '00352112000539'::dossier_code;
SELECT '0.000894'::procedure_code;
SELECT '1000894'::procedure_code;
SELECT '1.000494.H29'::procedure_code;

-- The is_ functions tell which texts are codes.
SELECT is_agency_code('H56.14'), is_agency_code('H56.1'), is_dossier_code('H56.14-240823-0001'),
       is_dossier_code('00352112000539'), is_procedure_code('1.000894'),
       is_procedure_code('1000894');
SELECT try_agency_code(' h56.14'), try_agency_code('H56.1') IS NULL,
       try_dossier_code('H56-230229-0001') IS NULL, try_procedure_code('1.000894');

-- The binary form is a version byte and the text.
SELECT agency_code_send('H56.14'), dossier_code_send('H56-240823-0001'),
       procedure_code_send('1.000894');

-- The order is that of the parts.
SELECT code
FROM unnest('{H44.129,H44.13,H44.103,000.01.13.H44,H44,000.00.13.H44,H44.13.01,H45,'
            'H44.02}'::agency_code[]) AS code
ORDER BY code;
SELECT DISTINCT code
FROM unnest('{H44.13,h44.13,000.00.13.H44,H44.13}'::agency_code[]) AS code
ORDER BY code;
