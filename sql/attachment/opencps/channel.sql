CASE WHEN online_ THEN 'Trực tuyến'
     WHEN @by_post@ THEN 'Dịch vụ bưu chính'
     ELSE 'Trực tiếp' END
